import { setTimeout as pause } from 'node:timers/promises'
import { withArena } from '../arena.ts'
import { done } from '../people.ts'
import { type Manner, MANNERS, openProvider, type Provider } from '../mail-provider.ts'
import type { Scale } from '../scale.ts'
import { expectThat, newTally, type Tally } from '../tally.ts'

const LETTERS = 8
const PATIENCE_MS = 20_000
/** Longer than any wait between two tries, in seconds: the clock is turned instead of waiting. */
const LONG_WAIT = 2 * 3_600

/** The mail provider is slow, fails, hangs up or answers twice: every letter goes out once, and no request waits for it. */
export async function troubleTheMail({ full }: Scale): Promise<Tally> {
  const provider = await openProvider()
  const tally = newTally('mail provider')
  try {
    return await withArena(
      tally,
      async (arena) => {
        const manners = Object.entries(MANNERS).filter(
          ([name]) => full || ['honest', 'failing with 500', 'hanging up after it took the letter'].includes(name),
        )
        for (const [index, [name, manner]] of manners.entries()) {
          const wanted = Array.from({ length: LETTERS }, (_, letter) => `mail${index}-${letter}@example.org`)
          const advance = (seconds: number) => arena.stranger().post('/api/testing/clock', { advance: seconds })
          await trouble(
            provider,
            manner,
            wanted,
            tally,
            name,
            async (email) => (await arena.stranger().post('/api/sign-up', { email })).status,
          )
          provider.behave((take) => take())
          for (let tries = 0; tries < 5 && wanted.some((email) => !isThere(provider, email)); tries += 1) {
            await advance(LONG_WAIT)
            await pause(700)
          }
          for (const email of wanted) {
            const keys = new Set([...provider.sent.values()].filter(({ to }) => to === email).map(({ key }) => key))
            expectThat(tally, keys.size === 1, `${name}: ${email} has ${keys.size} letters`)
          }
        }
        // A provider that took a letter and hung up is asked again, and answers as if for the first time.
        const waiting = () => arena.eyes.count('outbox where accepted_at is null')
        for (let tries = 0; tries < 5 && (await waiting()) > 0; tries += 1) {
          await done(arena.stranger().post('/api/testing/clock', { advance: LONG_WAIT }))
          await pause(700)
        }
        const left = await waiting()
        expectThat(tally, left === 0, `${left} letters are neither sent nor said to be`)
        tally.notes.push(
          `${provider.requests.length} requests reached the provider, ${provider.sent.size} letters left it`,
        )
      },
      { environment: provider.environment },
    )
  } finally {
    await provider.close()
  }
}

/** Asks for letters while the provider behaves like that; each request is answered at once. */
async function trouble(
  provider: Provider,
  manner: Manner,
  wanted: string[],
  tally: Tally,
  name: string,
  ask: (email: string) => Promise<number>,
): Promise<void> {
  const before = provider.requests.length
  provider.behave(manner)
  for (const email of wanted) {
    const started = performance.now()
    const status = await ask(email)
    tally.accepted += 1
    expectThat(
      tally,
      status === 202 && performance.now() - started < 2_000,
      `${name}: who asks for a code is answered ${status} after ${Math.round(performance.now() - started)} ms`,
    )
  }
  for (let waited = 0; provider.requests.length < before + wanted.length && waited < PATIENCE_MS; waited += 50)
    await pause(50)
  expectThat(
    tally,
    provider.requests.length >= before + wanted.length,
    `${name}: the provider was not asked for every letter`,
  )
  // The provider has dealt with the last of them.
  await pause(300)
}

function isThere({ sent }: Provider, email: string): boolean {
  return [...sent.values()].some(({ to }) => to === email)
}
