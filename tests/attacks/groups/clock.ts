import { signIn } from '#tests/helpers/people.ts'
import { type Arena, pathOf, settle, strike, withArena } from '../arena.ts'
import { becomeReady, codeAt, done, equipped, letterTo, passMailbox, startWait, turnClock } from '../people.ts'
import { chance, type Scale } from '../scale.ts'
import { STEPS } from '../steps.ts'
import { blame, expectThat, newTally, type Tally } from '../tally.ts'

const JSON_TYPE = { 'content-type': 'application/json' }
const HOUR = 3_600
const DAY = 24 * HOUR

/** The clock is set back and forward under every flow: nothing opens early, nothing used works again, and nothing fails. */
export async function turnTheClock({ full, seed }: Scale): Promise<Tally> {
  return withArena(newTally('clock'), async (arena) => {
    await fromTheFuture(arena, full)
    await usedCodes(arena)
    await theWait(arena)
    await everyEndpoint(arena, chance(seed), full ? 40 : 6)
    for (const ill of await arena.eyes.ills()) blame(arena.tally, 'lost', ill)
  })
}

/** A ceremony from before the clock was set back lies in the future and is refused. Later it is valid again, or over. */
async function fromTheFuture(arena: Arena, full: boolean): Promise<void> {
  for (const [name, begin] of Object.entries(STEPS).slice(0, full ? undefined : 3)) {
    const { client, method = 'POST', path, body } = await begin(arena)
    if (typeof body?.ceremony !== 'string') continue
    await turnClock(arena, -HOUR)
    await settle(arena)
    await strike(arena, {
      client,
      method,
      path,
      headers: JSON_TYPE,
      body: JSON.stringify(body),
      label: `${name}, an hour before it began`,
      mustRefuse: true,
    })
    await turnClock(arena, HOUR)
  }
}

/** A used code of an app and a used backup code stay used when their moment comes again. */
async function usedCodes(arena: Arena): Promise<void> {
  const { client, authenticator, secret, codes } = await equipped(arena)
  expectThat(arena.tally, (await signIn(client, authenticator)).status === 200, 'a passkey does not sign in')
  for (const code of [codeAt(secret, await turnClock(arena, 0)), codes[0]]) {
    expectThat(
      arena.tally,
      (await client.post('/api/confirmation', { code })).status === 204,
      'a right code does not confirm',
    )
    for (const seconds of [0, -1, -30]) {
      await turnClock(arena, seconds)
      await settle(arena)
      await strike(arena, {
        client,
        method: 'POST',
        path: '/api/confirmation',
        headers: JSON_TYPE,
        body: JSON.stringify({ code }),
        label: `a used code, the clock set back by ${-seconds} s`,
        mustRefuse: true,
      })
    }
    await turnClock(arena, 31)
  }
}

/** A running wait gets longer when the clock is set back, never shorter, and ends with its window. */
async function theWait(arena: Arena): Promise<void> {
  const { email } = await arena.person()
  const client = arena.stranger()
  await startWait(arena, client, email)
  const options = async (label: string, mustRefuse: boolean) => {
    const ceremony = await passMailbox(arena, client, email)
    await settle(arena)
    const { status } = await strike(arena, {
      client,
      method: 'POST',
      path: '/api/recovery/options',
      headers: JSON_TYPE,
      body: JSON.stringify({ ceremony }),
      label,
      mustRefuse,
    })
    expectThat(arena.tally, mustRefuse || status === 200, `${label}: refused with ${status}`)
  }
  await turnClock(arena, DAY - HOUR)
  await options('an hour early', true)
  await turnClock(arena, -12 * HOUR)
  await options('half a day set back', true)
  await turnClock(arena, 12 * HOUR)
  await options('an hour early again', true)
  await turnClock(arena, HOUR + 1)
  await options('when the wait is over', false)
  await turnClock(arena, 73 * HOUR)
  await options('when the window is closed', true)
}

/** Every endpoint while the clock jumps back and forth by up to a year. */
async function everyEndpoint(arena: Arena, draw: () => number, jumps: number): Promise<void> {
  const { client } = await arena.person()
  const pass = await becomeReady(arena, arena.stranger(), (await arena.person()).email)
  const { endpoints } = arena.api
  for (let jump = 0; jump < jumps; jump += 1) {
    const seconds = Math.round((draw() - 0.5) * 2 * 365 * DAY)
    await turnClock(arena, seconds)
    await settle(arena)
    for (const endpoint of endpoints.filter(({ method }) => method === 'GET'))
      await strike(arena, {
        endpoint,
        client,
        method: 'GET',
        path: pathOf(endpoint),
        label: `the clock turned by ${seconds} s`,
      })
    await strike(arena, {
      client,
      method: 'POST',
      path: '/api/recovery/start',
      headers: JSON_TYPE,
      body: JSON.stringify({ ceremony: pass }),
      label: `a pass, the clock turned by ${seconds} s`,
    })
    const email = `clock${jump}@example.org`
    const stranger = arena.stranger()
    const { ceremony } = await done(stranger.post('/api/sign-up', { email }))
    const confirmed = await stranger.post('/api/sign-up/code', { ceremony, code: (await letterTo(arena, email)).code })
    expectThat(
      arena.tally,
      confirmed.status === 200,
      `nobody can sign up after the clock was turned by ${seconds} s: ${confirmed.status}`,
    )
  }
}
