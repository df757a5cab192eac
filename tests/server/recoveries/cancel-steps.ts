import { cancelToken as tokenFor } from '#server/mail/cancel-token.ts'
import { type Person } from '#tests/helpers/people.ts'
import { type TestWorld } from '#tests/helpers/world.ts'
import { rows } from '#tests/server/passkeys/rows.ts'

export const OVER = { status: 410, body: { code: 'ceremony_over' } }

/** The token in a letter about the newest recovery, to the main address or another one. */
export async function cancelToken(world: TestWorld, { userId }: Person, to?: string): Promise<string> {
  const [recovery] = await rows<{ id: string }>(
    world,
    'select id from recoveries where user_id = ? order by requested_at desc, id desc limit 1',
    userId,
  )
  const [email] = await rows<{ id: string }>(
    world,
    'select id from emails where user_id = ? and address = coalesce(?, address) order by is_primary desc limit 1',
    userId,
    to ?? null,
  )
  return tokenFor(world.keys, { recoveryId: recovery?.id ?? '', emailId: email?.id ?? '' })
}
