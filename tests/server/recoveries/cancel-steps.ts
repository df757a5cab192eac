import { linkToken } from '#server/mail/link-token.ts'
import { type Person } from '#tests/helpers/people.ts'
import { type TestWorld } from '#tests/helpers/world.ts'
import { rows } from '#tests/server/passkeys/rows.ts'

export const OVER = { status: 410, body: { code: 'ceremony_over' } }

export async function cancelToken(world: TestWorld, { userId }: Person): Promise<string> {
  const [recovery] = await rows<{ id: string }>(
    world,
    'select id from recoveries where user_id = ? order by requested_at desc, rowid desc limit 1',
    userId,
  )
  return linkToken(world.keys, 'cancel', recovery?.id ?? '')
}
