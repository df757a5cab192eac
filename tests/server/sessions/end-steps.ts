import { makeClient } from '#tests/helpers/client.ts'
import { signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { rows } from '#tests/server/passkeys/rows.ts'

export async function kindsOf(world: TestWorld, userId: string): Promise<string[]> {
  return (await rows<{ kind: string }>(world, 'select kind from events where user_id = ? order by seq', userId)).map(
    ({ kind }) => kind,
  )
}

export async function twoBrowsers() {
  const world = makeWorld()
  const { client, authenticator, userId } = await signUp(world)
  const other = makeClient(world)
  await signIn(other, authenticator)
  return { world, client, other, authenticator, userId }
}
