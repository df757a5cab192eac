import type { Client } from '#tests/helpers/client.ts'
import { createAuthenticator } from '#tests/helpers/authenticator.ts'
import { browse, type Person, signUpAt } from '#tests/process/people.ts'
import type { Target } from './server.ts'

/** Where people work. */
type Place = Pick<Target, 'origin'>

/** The work the server acknowledged, and the work under way when it stopped answering, whose outcome is unknown. */
export type Ledger = {
  people: Person[]
  names: Map<string, { answered: string; underWay?: string }>
  passkeys: Map<string, { answered: string[]; underWay: number }>
  signedOut: Client[]
  answered: number
  interrupted: number
  /** Refusals that honest work should not get. */
  refused: string[]
}

export function newLedger(): Ledger {
  return { people: [], names: new Map(), passkeys: new Map(), signedOut: [], answered: 0, interrupted: 0, refused: [] }
}

let numbers = 0

/** Works at the server until it is stopped or gets no answer: signs up, then renames, adds, signs in and out. */
export async function live(target: Place, ledger: Ledger, stopped: () => boolean, draw: () => number): Promise<void> {
  const email = `life${++numbers}@example.org`
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work()
      ledger.answered += 1
      return true
    } catch (error) {
      if (error instanceof Refusal) ledger.refused.push(error.message)
      ledger.interrupted += 1
      return false
    }
  }
  let person: Person | undefined
  const begun = await attempt(async () => {
    person = await signUpAt(target, email)
    ledger.people.push(person)
  })
  if (!begun || !person) return
  const acts = [rename, addPasskey, signInAndOut, readAll, askForACode]
  while (!stopped()) {
    const act = acts[Math.floor(draw() * acts.length)] ?? rename
    if (!(await attempt(() => act(target, ledger, person as Person)))) return
  }
}

/** An answer that is neither a success nor cut off. */
class Refusal extends Error {}

async function done(answer: ReturnType<Client['get']>): Promise<Record<string, unknown>> {
  const { status, body } = await answer
  if (status >= 300) throw new Refusal(`${status} ${JSON.stringify(body)}`)
  return body
}

async function rename(_target: Place, { names }: Ledger, { client, email }: Person): Promise<void> {
  const name = `Name ${++numbers}`
  const before = names.get(email)?.answered ?? ''
  names.set(email, { answered: before, underWay: name })
  await done(client.patch('/api/account', { name }))
  names.set(email, { answered: name })
}

async function addPasskey(target: Place, { passkeys }: Ledger, { client, email }: Person): Promise<void> {
  const noted = passkeys.get(email) ?? { answered: [], underWay: 0 }
  if (noted.answered.length >= 8) return
  passkeys.set(email, { ...noted, underWay: 1 })
  const { ceremony, options } = await done(client.post('/api/passkeys/options'))
  const credential = createAuthenticator({ origin: target.origin }).create(options as never)
  // An answer of this shape.
  const { passkey } = (await done(client.post('/api/passkeys', { ceremony, credential }))) as {
    passkey: { id: string }
  }
  passkeys.set(email, { answered: [...noted.answered, passkey.id], underWay: 0 })
}

async function signInAndOut(target: Place, { signedOut }: Ledger, { authenticator }: Person): Promise<void> {
  const client = browse(target)
  const { ceremony, options } = await done(client.post('/api/sign-in/options'))
  await done(client.post('/api/sign-in', { ceremony, credential: authenticator.get(options as never) }))
  const copy = client.copy()
  await done(client.delete('/api/session'))
  signedOut.push(copy)
}

async function readAll(_target: Place, _ledger: Ledger, { client }: Person): Promise<void> {
  for (const path of ['/api/activity', '/api/emails', '/api/check-up']) await done(client.get(path))
}

async function askForACode(target: Place): Promise<void> {
  await done(browse(target).post('/api/sign-up', { email: `code${++numbers}@example.org` }))
}

/** What was acknowledged and is missing, and what exists although nobody asked for it. Asks over HTTP, as the owners would. */
export async function whatIsLost(target: Place, ledger: Ledger): Promise<string[]> {
  const lost: string[] = []
  for (const { email, client, authenticator } of ledger.people) {
    const session = await client.get('/api/session')
    if (session.status !== 200) lost.push(`${email}: the session that was opened answers ${session.status}`)
    const { body } = await client.get('/api/session')
    const name = (body.user as { name?: string } | undefined)?.name ?? ''
    const names = ledger.names.get(email)
    if (names && name !== names.answered && name !== names.underWay)
      lost.push(`${email}: is called ${name}, was renamed to ${names.answered}`)
    const noted = ledger.passkeys.get(email)
    const ids =
      ((await client.get('/api/passkeys')).body.passkeys as { id: string }[] | undefined)?.map(({ id }) => id) ?? []
    for (const id of noted?.answered ?? []) if (!ids.includes(id)) lost.push(`${email}: a passkey is gone`)
    if (ids.length > 1 + (noted?.answered.length ?? 0) + (noted?.underWay ?? 0))
      lost.push(`${email}: has ${ids.length} passkeys`)

    const browser = browse(target)
    const begun = await browser.post('/api/sign-in/options')
    const { status } = await browser.post('/api/sign-in', {
      ceremony: begun.body.ceremony,
      credential: authenticator.get(begun.body.options as never),
    })
    if (status !== 200) lost.push(`${email}: cannot sign in, ${status}`)
  }
  for (const client of ledger.signedOut)
    if ((await client.get('/api/session')).status !== 401) lost.push('a session that was ended is alive')
  return lost
}
