import type { Client } from '#tests/helpers/client.ts'
import { browse, type Person, signUpAt } from '#tests/process/people.ts'
import { type Digest, differences, type Eyes } from './database.ts'
import { type Api, type Endpoint, readApi } from './document.ts'
import { type Reply, type Sent, send } from './http.ts'
import { judge } from './judge.ts'
import { type Target, withServer, type Wrapping } from './server.ts'
import { blame, type Tally } from './tally.ts'

/** A server under attack with everything that watches it. */
export type Arena = {
  target: Pick<Target, 'origin' | 'port' | 'dataDir'> & Partial<Pick<Target, 'lock'>> & { pid?: number | undefined }
  api: Api
  eyes: Eyes
  tally: Tally
  /** What the database was after the last case. */
  before: Digest
  /** A new person, signed up and signed in. */
  person: () => Promise<Person>
  /** A browser that the server has not seen. */
  stranger: () => Client
}

let people = 0

/** Opens an arena around a server of its own, and closes it whatever happens. A fault in the server's log counts as a defect. */
export async function withArena(
  tally: Tally,
  work: (arena: Arena) => Promise<void>,
  wrapping?: Wrapping,
): Promise<Tally> {
  await withServer(async (target) => {
    const eyes = await target.openEyes()
    const api = await readApi(target.port)
    const stranger = () => browse(target)
    try {
      await work({
        target: { ...target, pid: target.running.child.pid },
        api,
        eyes,
        tally,
        before: {},
        stranger,
        person: () => signUpAt(target, `person${++people}@example.org`),
      })
    } finally {
      await eyes.close()
    }
    for (const { child, said } of target.all()) {
      if (child.exitCode !== null) blame(tally, 'faults', `the server ended with ${child.exitCode}`)
      const faults = said().split('\n').filter(isFault)
      if (faults.length > 0)
        blame(tally, 'faults', `the server logged ${faults.length} faults, first ${faults[0]?.slice(0, 300)}`)
    }
  }, wrapping)
  return tally
}

/** A log line about a fault of ours. A database that is unavailable for a while is not a fault. */
function isFault(line: string): boolean {
  return (
    line.includes('"A request failed"') ||
    (line.includes('"Housekeeping failed"') && !line.includes('DatabaseUnavailableError'))
  )
}

/** Records the current state, after honest work has changed it. */
export async function settle(arena: Arena): Promise<void> {
  arena.before = await arena.eyes.digest()
}

type Strike = Sent & {
  label: string
  client?: Client
  endpoint?: Endpoint
  mustRefuse?: boolean
  mayBeUnavailable?: boolean
}

/** Sends one hostile request and judges the answer and what it changed. */
export async function strike(
  arena: Arena,
  { label, client, endpoint, mustRefuse, mayBeUnavailable, ...asked }: Strike,
): Promise<Reply> {
  const { tally, eyes, api, target } = arena
  const cookie = client && [...client.cookies].map(([key, value]) => `${key}=${value}`).join('; ')
  const sent = { ...asked, headers: { origin: target.origin, ...(cookie && { cookie }), ...asked.headers } }
  const reply = await send(target.port, sent)
  if (client) keepCookies(client, reply)

  const after = await eyes.digest()
  const name = `${sent.method} ${endpoint?.template ?? sent.path.slice(0, 80)} ← ${label}`
  judge(
    tally,
    { name, sent, reply, changed: differences(arena.before, after), mustRefuse, mayBeUnavailable },
    api.faultsOf,
  )
  arena.before = after
  return reply
}

function keepCookies({ cookies }: Client, { headers }: Reply): void {
  for (const line of headers.getSetCookie()) {
    const [pair = '', ...attributes] = line.split(';')
    const [name = ''] = pair.split('=', 1)
    if (attributes.some((attribute) => /max-age=0$/i.test(attribute.trim()))) cookies.delete(name)
    else cookies.set(name, pair.slice(name.length + 1))
  }
}

/** A path with its parameters filled in. */
export function pathOf({ template }: Endpoint, id = 'A'.repeat(22)): string {
  // The last parameter is the attack: several that long are more than the server reads of a request at all.
  const last = template.lastIndexOf('{')
  return `/api${template.replaceAll(/\{[^}]+\}/g, (_, at: number) => (at === last ? id : 'a'.repeat(22)))}`
}
