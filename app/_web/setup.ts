import { isSetUp } from '#server/admin/setup/setup-link.ts'
import { theWorld } from '#server/world.ts'

/** Whether this site has an owner, or had one. */
export function hasOwner(): Promise<boolean> {
  return theWorld().db.read(isSetUp)
}
