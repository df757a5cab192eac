import { grantRoleAsOperator } from '#server/admin/as-operator.ts'
import type { OwnRole } from '#server/roles/own-roles.ts'
import type { Answer } from '#tests/helpers/client.ts'
import { type Person, signUp } from '#tests/helpers/people.ts'
import type { TestWorld } from '#tests/helpers/world.ts'
import { done, makeCodes } from '#tests/server/second-factor/steps.ts'

export const PEOPLE = '/api/admin/people'

/** Signs up a person with a passkey and backup codes, and gives them a role. */
export async function signUpWithRole(world: TestWorld, role: OwnRole): Promise<Person> {
  const person = await signUpReady(world)
  await grantRoleAsOperator(world, { email: person.email, role })
  return person
}

/** Signs up a person who may get a role: with a passkey and backup codes. */
export async function signUpReady(world: TestWorld, email?: string): Promise<Person> {
  const person = await signUp(world, { email })
  await makeCodes(person.client)
  return person
}

export const makeOwner = (world: TestWorld): Promise<Person> => signUpWithRole(world, 'owner')

/** Finds a person by address and ends their sessions, as an administrator. */
export async function endSessionsOfEmail({ client }: Person, email: string): Promise<Answer> {
  const { people } = done(await client.post(`${PEOPLE}/search`, { search: email })).body as {
    people: { id: string }[]
  }
  return done(await client.post(`${PEOPLE}/${people[0]?.id}/end-sessions`, { reason: 'You lost your laptop' }))
}
