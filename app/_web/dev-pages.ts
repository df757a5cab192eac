import { theWorld } from '#server/world.ts'

/** Tells whether this server shows the pages that help to build and test: in development and in testing mode. */
export function hasDevPages(): boolean {
  return theWorld().config.testing || process.env.NODE_ENV === 'development'
}
