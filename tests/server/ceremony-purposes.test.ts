import { describe, expect, test } from 'vitest'
import { BROWSER, SESSION } from '#tests/helpers/cookie-names.ts'
import { makeClient } from '#tests/helpers/client.ts'
import { signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { everyCeremony, NAMES, answerStep } from '#tests/server/passkeys/all-ceremonies.ts'
import { leavingAllAsItWas } from '#tests/server/passkeys/rows.ts'
import { readyToSignIn } from '#tests/server/passkeys/steps.ts'
import { OVER } from '#tests/server/ceremony-purposes-steps.ts'

const PAIRS = NAMES.flatMap((issued) =>
  NAMES.filter((tried) => tried !== issued).map((tried) => [issued, tried] as const),
)

describe('a ceremony', () => {
  test.each(PAIRS)('W21 made for %s is refused at %s, with an answer to its own challenge', async (issued, tried) => {
    const world = makeWorld()
    const { client, all } = await everyCeremony(world)
    const body = { ceremony: all[issued].ceremony, ...all[tried].answer(all[issued].challenge) }
    expect(await leavingAllAsItWas(world, () => client.post(all[tried].path, body))).toMatchObject(OVER)
  })

  test.each(PAIRS)('W21 made for %s is refused at %s, with the answer expected there', async (issued, tried) => {
    const world = makeWorld()
    const { client, all } = await everyCeremony(world)
    const body = { ceremony: all[issued].ceremony, ...all[tried].answer() }
    expect(await leavingAllAsItWas(world, () => client.post(all[tried].path, body))).toMatchObject(OVER)
  })

  test.each(NAMES)('C4 begun for %s in one browser cannot be finished in another', async (name) => {
    const world = makeWorld()
    const { client, all } = await everyCeremony(world)
    const body = { ceremony: all[name].ceremony, ...all[name].answer() }
    for (const browserId of [undefined, 'B'.repeat(32), '', 'short']) {
      const elsewhere = client.copy()
      if (browserId === undefined) elsewhere.cookies.delete(BROWSER)
      else elsewhere.cookies.set(BROWSER, browserId)
      expect(await leavingAllAsItWas(world, () => elsewhere.post(all[name].path, body))).toMatchObject(OVER)
    }
  })

  test('C4 of an attacker does not sign a victim in to the attacker’s account', async () => {
    const world = makeWorld()
    const attacker = await signUp(world)
    const theirs = makeClient(world)
    const { ceremony, options } = await readyToSignIn(theirs)
    const victim = makeClient(world)
    await readyToSignIn(victim)
    expect(
      await victim.post('/api/sign-in', { ceremony, credential: attacker.authenticator.get(options) }),
    ).toMatchObject(OVER)
    expect(await victim.get('/api/session')).toMatchObject({ status: 401 })
  })

  test.each(['confirmation', 'add-passkey'] as const)(
    'R29 for %s is bound to its session, and is refused in another session of the same person',
    async (name) => {
      const world = makeWorld()
      const { client, all, authenticator } = await everyCeremony(world)
      const { ceremony, options } = await readyToSignIn(client)
      await client.post('/api/sign-in', { ceremony, credential: authenticator.get(options) })
      expect(await leavingAllAsItWas(world, () => answerStep(client, all[name]))).toMatchObject(OVER)
    },
  )

  test('S2 is not accepted as a session cookie, nor a session cookie as a ceremony', async () => {
    const world = makeWorld()
    const { client, all } = await everyCeremony(world)
    for (const name of NAMES) {
      const impostor = makeClient(world, { cookies: new Map([[SESSION, all[name].ceremony]]) })
      expect(await impostor.get('/api/session')).toMatchObject({ status: 401 })
      const body = { ...all[name].answer(), ceremony: client.cookies.get(SESSION) }
      expect(await leavingAllAsItWas(world, () => client.post(all[name].path, body))).toMatchObject(OVER)
    }
  })
})
