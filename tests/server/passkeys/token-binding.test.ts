import { describe, expect, test } from 'vitest'
import { signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { DOORS, register, ROADS } from '#tests/server/passkeys/steps.ts'

/** Members of client data that WebAuthn no longer has, or that a later level may add (L3 §5.8.1). */
const MEMBERS: Record<string, unknown>[] = [
  { tokenBinding: 'unused' },
  { tokenBinding: null },
  { tokenBinding: { status: 'supported' } },
  { tokenBinding: { status: 'present', id: 'AAAA' } },
  { tokenBinding: { status: 'not known' } },
  { other_keys_can_be_added_here: 'do not compare clientDataJSON against a template' },
  { topics: [1, { deep: [null] }] },
]

describe.each(MEMBERS.map((members) => [JSON.stringify(members), members] as const))(
  'R5 A9 client data with %s',
  (_, more) => {
    const clientData = (honest: object) => ({ ...honest, ...more })

    test.each(Object.entries(ROADS))('registers a passkey %s', async (_name, road) => {
      expect(await register(await road(makeWorld()), { clientData })).toMatchObject({ status: 201 })
    })

    test.each(Object.entries(DOORS))('is accepted %s', async (_name, { open, done }) => {
      const world = makeWorld()
      const owner = await signUp(world)
      const { options, finish } = await open(world, owner)
      expect(await finish(owner.authenticator.get(options, { clientData }))).toMatchObject({ status: done })
    })
  },
)
