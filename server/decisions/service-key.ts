import * as serviceKeys from '#db/service-keys.ts'
import { sha256 } from '#server/crypto/keys.ts'
import type { World } from '#server/world.ts'

export type { ServiceKey } from '#db/service-keys.ts'

/** What a service key begins with, so that it is recognised where it does not belong. */
export const PREFIX = 'lks_'

/** Returns the service key of a bearer token, unless it has expired or was revoked. */
export function findServiceKey(world: World, token: string): Promise<serviceKeys.ServiceKey | undefined> {
  return world.db.read((reader) => serviceKeys.findLive(reader, sha256(token), world.now()))
}
