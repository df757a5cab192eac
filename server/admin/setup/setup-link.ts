import type { Reader, Tx } from '#db/engine/database.ts'
import * as grants from '#db/grants.ts'
import * as instance from '#db/instance.ts'
import { sha256 } from '#server/crypto/keys.ts'
import type { World } from '#server/world.ts'

/** For how long the link works, in milliseconds. */
const LASTS = 60 * 60_000
const BYTES = 32

/** Returns whether somebody was made the first owner, here or at the command line. */
export async function isSetUp(reader: Reader): Promise<boolean> {
  const [first, owners] = await Promise.all([
    instance.find(reader, 'first_owner'),
    grants.listByRole(reader, { role: 'owner', most: 1 }),
  ])
  return first !== undefined || owners.length > 0
}

/**
 * Makes the link that makes the first owner, instead of an earlier one, and keeps its hash for an hour. The token is in the
 * fragment, which no proxy sees. Returns undefined if there is an owner.
 */
export async function makeSetupLink({ db, config, random }: World): Promise<string | undefined> {
  const token = random(BYTES).toString('base64url')
  return db.transaction(async (tx) => {
    if (await isSetUp(tx)) return undefined
    await instance.put(tx, 'setup_link', `${sha256(token)} ${tx.now}`)
    return `${config.origin}/setup#${token}`
  })
}

/** Returns whether the token is that of the newest link, and the link still works. */
export async function isSetupToken(tx: Tx, token: string): Promise<boolean> {
  const [hash, madeAt] = (await instance.find(tx, 'setup_link'))?.split(' ') ?? []
  const age = tx.now - Number(madeAt)
  // Comparing hashes tells nobody how much of a token was right.
  return hash === sha256(token) && age >= 0 && age <= LASTS
}
