import { theWorld } from '#server/world.ts'

/** Tells whether this server is one to build and test with, which shows more than the product. */
export function isWorkshop(): boolean {
  return theWorld().config.testing || process.env.NODE_ENV === 'development'
}
