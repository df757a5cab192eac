import type { Reader } from '#db/engine/database.ts'
import * as passkeys from '#db/passkeys.ts'

/** The ways a person can sign in with what the account has now, without waiting. */
export async function waysIn(reader: Reader, userId: string): Promise<'passkey'[]> {
  return (await passkeys.list(reader, userId)).map(() => 'passkey')
}
