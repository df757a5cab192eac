import { expect, test } from 'vitest'
import { signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { DOORS } from '#tests/server/passkeys/steps.ts'

test.each(Object.entries(DOORS))(
  'A11 refuses a registration in place of an assertion, %s',
  async (_, { open, refused, code }) => {
    const world = makeWorld()
    const owner = await signUp(world)
    const { options, finish } = await open(world, owner)
    const credential = owner.authenticator.get(options, {
      clientData: (honest) => ({ ...honest, type: 'webauthn.create' }),
    })
    expect(await finish(credential)).toMatchObject({ status: refused, body: { code } })
  },
)
