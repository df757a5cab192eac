import { expect, onTestFinished, test } from 'vitest'
import { openProvider } from '#tests/attacks/mail-provider.ts'
import { honest, isCommit, type Manner, openWire } from '#tests/instances/wire.ts'
import { expectSound, sentCode, sharePostgres, startHouse } from '#tests/process/instances.ts'
import { browse, type Person, signUpAt } from '#tests/process/people.ts'

const DELAY_MS = 30
const TIMEOUT_MS = 2_000
/** A wait for a connection and one statement, the second that its answer may be late, and a busy machine. */
const LONGEST_MS = 2 * TIMEOUT_MS + 1_000 + 2_000
const AT_ONCE = 24
const PATIENCE = { timeout: 20_000, interval: 50 }

const database = sharePostgres()

/** Connections that are being cut. Nothing follows on them: a network loses the end of a stream, and no part before it. */
const cutting = new Set<number>()
const CUT: Manner = ({ from, connection, chunk, pass, cut }) => {
  if (from === 'instance') return pass()
  cutting.add(connection)
  pass(chunk.subarray(0, Math.ceil(chunk.length / 2)))
  setTimeout(cut, DELAY_MS + 20)
}
const HALF_CLOSED: Manner = ({ from, pass, halfClose }) => (from === 'instance' ? pass() : halfClose())
const SILENT: Manner = () => undefined

test('V16.5.3 over a slow network that cuts, half-closes or falls silent, every request is answered in time, with 503 or 504 at worst', async () => {
  const { wire, house, people } = await start()
  const longest: Record<string, number> = {}
  for (const [name, manner] of Object.entries({ CUT, HALF_CLOSED, SILENT })) {
    await settled(people)
    let chunks = 0
    // A part of the traffic goes through, so that it breaks in the middle of acts.
    wire.behave((onItsWay) => {
      if (cutting.has(onItsWay.connection)) return
      if (manner === SILENT || ++chunks % 7 === 0) manner(onItsWay)
      else honest(onItsWay)
    })
    const answers = await Promise.all(Array.from({ length: AT_ONCE }, (_, index) => act(house.origin, people, index)))
    wire.behave(honest)
    await wire.cutAll()
    longest[name] = Math.round(Math.max(...answers.map(({ took }) => took)))
    for (const { status, code } of answers)
      expect([`200 undefined`, `202 undefined`, '503 unavailable', '504 outcome_unknown']).toContain(
        `${status} ${code}`,
      )
    expect(
      answers.some(({ status }) => status >= 500),
      name,
    ).toBe(true)
    expect(longest[name], name).toBeLessThan(LONGEST_MS)
  }
  console.info(`The longest waits, in milliseconds: ${JSON.stringify(longest)}`)
  await settled(people)
  expectSound(house)
})

test('V16.5.3 a write whose commit is cut off is told as unknown, never as undone', async () => {
  const { wire, people } = await start()
  const [ada] = people
  for (const arrives of [true, false]) {
    const name = `Ada, and that ${arrives}`
    let [connection, committed] = [0, false]
    wire.behave((onItsWay) => {
      if (onItsWay.from === 'instance' && onItsWay.chunk.includes(name)) ({ connection } = onItsWay)
      if (onItsWay.connection !== connection) return onItsWay.pass()
      const commits = isCommit(onItsWay)
      if (committed || (commits && !arrives)) onItsWay.cut()
      else onItsWay.pass()
      committed ||= commits
    })
    const { status, body, headers } = await ada.client.patch('/api/account', { name })
    wire.behave(honest)
    expect([status, body.code, headers.get('retry-after')]).toEqual([504, 'outcome_unknown', null])
    expect(committed).toBe(true)
    // What was sent and not answered is kept a moment later.
    await expect.poll(() => nameOf(ada), PATIENCE).toBe(arrives ? name : 'Ada, and that true')
  }
})

/** A house over a slow network, and people who have signed up there. */
async function start() {
  const provider = await openProvider()
  onTestFinished(() => provider.close())
  const { url } = await database()
  const wire = await openWire(url, DELAY_MS)
  onTestFinished(() => wire.close())
  const house = await startHouse({
    urls: [wire.url, wire.url],
    // In testing mode, each request would ask for the clock first.
    environment: {
      ...provider.environment,
      TESTING: '0',
      LIMIT_SCALE: '1000',
      DATABASE_TIMEOUT: `${TIMEOUT_MS / 1_000}s`,
    },
  })
  const signUp = (email: string) => signUpAt(house, email, browse(house), (to) => sentCode(provider, to))
  const people: [Person, ...Person[]] = [await signUp('ada@example.org'), await signUp('bob@example.org')]
  return { wire, house, people }
}

async function nameOf({ client }: Person): Promise<string | undefined> {
  return ((await client.get('/api/session')).body.user as { name?: string } | undefined)?.name
}

/** Waits until both instances have connections that work. */
async function settled(people: Person[]): Promise<void> {
  const statuses = async () =>
    Promise.all(people.flatMap(({ client }) => [1, 2, 3, 4].map(async () => (await client.get('/api/session')).status)))
  await expect.poll(statuses, PATIENCE).toEqual(people.flatMap(() => [200, 200, 200, 200]))
}

type Told = { status: number; code: string | undefined; took: number }

/** One of the things that people do: half of them only read. */
async function act(origin: string, [ada, bob]: [Person, ...Person[]], index: number): Promise<Told> {
  const { client } = (index % 3 === 0 ? ada : bob) ?? ada
  const asked = performance.now()
  const acts = [
    () => client.patch('/api/account', { name: `Name ${index}` }),
    () => client.get('/api/session'),
    () => browse({ origin }).post('/api/sign-up', { email: `other${index}@example.org` }),
    () => client.get('/api/passkeys'),
  ]
  const { status, body } = await (acts[index % acts.length] ?? (() => client.get('/api/session')))()
  return { status, code: body.code, took: performance.now() - asked }
}
