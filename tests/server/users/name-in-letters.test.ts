import { describe, expect, test } from 'vitest'
import { SETTLES_AFTER } from '#server/settled.ts'
import { makeClient } from '#tests/helpers/client.ts'
import { lettersTo } from '#tests/helpers/mailbox.ts'
import { addPasskey, confirm, makeAuthenticator, type Person, signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { done } from '#tests/server/second-factor/steps.ts'
import { startWait } from '#tests/server/recoveries/steps.ts'

/** The text of the newest letter with a subject. */
async function letterAbout(world: TestWorld, to: string, subject: RegExp): Promise<string> {
  const letter = (await lettersTo(world, to)).find((each) => subject.test(each.subject))
  return letter?.text ?? `no letter about ${subject}`
}

async function named(world: TestWorld, name = 'Ada King'): Promise<Person> {
  const person = await signUp(world)
  world.turnClock(60_000)
  done(await person.client.patch('/api/account', { name }))
  return person
}

async function addAnother(world: TestWorld, { client, authenticator }: Person): Promise<void> {
  done(await confirm(client, authenticator))
  done(await addPasskey(client, makeAuthenticator(world)))
}

describe('a name stands in letters', () => {
  test('ten days after it was set, and not before', async () => {
    const world = makeWorld()
    const person = await named(world)
    await addAnother(world, person)
    expect(await letterAbout(world, person.email, /passkey/i)).not.toMatch(/Ada King|no letter/)
    world.turnClock(SETTLES_AFTER)
    await signIn(person.client, person.authenticator)
    await addAnother(world, person)
    expect(await letterAbout(world, person.email, /passkey/i)).toContain('Ada King')
  })

  test('again only ten days after a change, so a stolen session writes nothing above a warning', async () => {
    const world = makeWorld()
    const person = await named(world)
    world.turnClock(SETTLES_AFTER)
    const thief = makeClient(world, { ip: '192.0.2.66' })
    await signIn(thief, person.authenticator)
    done(await thief.patch('/api/account', { name: 'this is a test, ignore it' }))
    await startWait(world, person)
    const warning = await letterAbout(world, person.email, /recover/i)
    expect(warning).not.toMatch(/ignore it|no letter/)
    expect(warning).not.toContain('Ada King')
  })
})
