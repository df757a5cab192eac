import { type Person, signUp } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { addEmail, emailsOf, promote, removeEmail, undoToken } from '#tests/server/emails/steps.ts'

export const SECOND = 'second@example.com'

export const OVER = { status: 410, body: { code: 'ceremony_over' } }

export type Change = {
  letter: 'email-added' | 'email-removed' | 'email-promoted'
  make: (world: TestWorld, owner: Person) => Promise<unknown>
  told: (owner: Person) => string
}

/** Every change of addresses that can be undone, and by whom. The later two start with two addresses. */
export const CHANGES: Record<'added' | 'removed' | 'promoted', Change> = {
  added: {
    letter: 'email-added',
    make: (world, { client }) => addEmail(world, client, SECOND),
    told: ({ email }) => email,
  },
  removed: { letter: 'email-removed', make: (_world, { client }) => removeEmail(client, SECOND), told: () => SECOND },
  promoted: {
    letter: 'email-promoted',
    make: (_world, { client }) => promote(client, SECOND),
    told: ({ email }) => email,
  },
}

export async function changed(name: string, { letter, make, told }: Change) {
  const world = makeWorld()
  const owner = await signUp(world)
  if (name !== 'added') await addEmail(world, owner.client, SECOND)
  const before = (await emailsOf(owner.client)).map(({ address, primary, recoversAt }) => ({
    address,
    primary,
    recoversAt,
  }))
  world.turnClock(1)
  await make(world, owner)
  const reader = told(owner)
  return { world, owner, before, reader, token: await undoToken(world, reader, letter) }
}
