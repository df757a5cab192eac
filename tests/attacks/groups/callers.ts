import { cookieAt } from '#tests/helpers/cookie-names.ts'
import type { Client } from '#tests/helpers/client.ts'
import { confirm } from '#tests/helpers/people.ts'
import { newestCode } from '#tests/process/people.ts'
import { type Arena, pathOf, settle, strike, withArena } from '../arena.ts'
import type { Endpoint } from '../document.ts'
import { type Scale, chance, some } from '../scale.ts'
import { blame, newTally, type Tally } from '../tally.ts'
import { sample } from '../values.ts'

const FORM_TYPE = { 'content-type': 'application/x-www-form-urlencoded' }
const JSON_TYPE = { 'content-type': 'application/json' }

/** Every write from anywhere except our own pages, and every endpoint of a session without a valid one. */
export async function attackAsSomebodyElse(scale: Scale): Promise<Tally> {
  return withArena(newTally('callers'), async (arena) => {
    const { client } = await arena.person()
    const draw = chance(scale.seed)
    const origins = foreignOrigins(arena.target.origin)
    const callers = await deadCallers(arena)
    await settle(arena)
    for (const endpoint of arena.api.endpoints) {
      const body = endpoint.body && JSON.stringify(sample(endpoint.body, arena.api.schemas))
      const sent = {
        endpoint,
        method: endpoint.method,
        path: pathOf(endpoint),
        mustRefuse: true,
        ...(body !== undefined && { body }),
      }
      if (endpoint.pipeline !== 'browser') {
        await strikeMachine(arena, endpoint, client, some(scale, Object.entries(origins), 6, draw))
        continue
      }
      if (endpoint.method !== 'GET') {
        for (const [label, headers] of some(scale, Object.entries(origins), 4, draw)) {
          await strike(arena, { ...sent, client, label: `from ${label}`, headers: { ...JSON_TYPE, ...headers } })
        }
      }
      if (!endpoint.signedIn) continue
      for (const [label, cookie] of some(scale, Object.entries(callers), 5, draw)) {
        await strike(arena, {
          ...sent,
          label: `with ${label}`,
          headers: { ...(body !== undefined && JSON_TYPE), ...(cookie !== '' && { cookie }) },
        })
      }
    }
    await keepsAnswering(arena, client)
  })
}

/**
 * A route for other programs, from every origin, with a live session's cookies and with dead ones: the answer is the same for all of
 * them, and no cookie comes with it. Types of body that the route does not declare are refused.
 */
async function strikeMachine(
  arena: Arena,
  endpoint: Endpoint,
  client: Client,
  origins: [string, Record<string, string | string[]>][],
): Promise<void> {
  const asked = { endpoint, method: endpoint.method, path: pathOf(endpoint) }
  const form = endpoint.form && new URLSearchParams(sample(endpoint.form, arena.api.schemas) as Record<string, string>)
  const honest = form && { body: form.toString(), headers: FORM_TYPE }
  const answers = new Set<string>()
  for (const [label, { host: _host, 'content-type': _type, ...headers }] of origins) {
    const sent = { ...asked, ...honest, headers: { ...honest?.headers, ...headers }, client: client.copy() }
    const { status, text, headers: answered } = await strike(arena, { ...sent, label: `from ${label}` })
    answers.add(`${status} ${text}`)
    if (answered.getSetCookie().length > 0) blame(arena.tally, 'passed', `${endpoint.template} sets a cookie`)
  }
  if (answers.size > 1) blame(arena.tally, 'passed', `${endpoint.template} tells origins apart`)
  for (const type of endpoint.form ? ['application/json', 'text/plain', 'multipart/form-data; boundary=x'] : [])
    await strike(arena, {
      ...asked,
      body: form?.toString(),
      headers: { 'content-type': type },
      mustRefuse: true,
      label: type,
    })
}

/** Headers a write from elsewhere would carry. An empty text takes the header away. */
function foreignOrigins(origin: string): Record<string, Record<string, string | string[]>> {
  const { port } = new URL(origin)
  const says = (value: string | string[], more = {}) => ({ origin: value, ...more })
  return {
    'another site': says('https://evil.example'),
    'another site with same-origin fetch metadata': says('https://evil.example', { 'sec-fetch-site': 'same-origin' }),
    null: says('null'),
    'null with same-origin fetch metadata': says('null', { 'sec-fetch-site': 'same-origin' }),
    'an empty origin': says(''),
    'a subdomain': says(`http://evil.localhost:${port}`),
    'the https twin': says(`https://localhost:${port}`),
    'another port': says(`http://localhost:${Number(port) + 1}`),
    'no port': says('http://localhost'),
    'a trailing slash': says(`${origin}/`),
    'a path': says(`${origin}/sign-in`),
    'upper case': says(`http://LOCALHOST:${port}`),
    'the loopback address': says(`http://127.0.0.1:${port}`),
    'a longer name': says(`${origin}.evil.example`),
    'a user at another site': says(`${origin}@evil.example`),
    'two origins in one': says(`${origin}, https://evil.example`),
    'two origins': says([origin, 'https://evil.example']),
    'a white space': says(`${origin}\t/`),
    'a cross-site form': says('https://evil.example', {
      'content-type': 'text/plain',
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'no-cors',
    }),
    'another host': says('http://evil.example', { host: 'evil.example' }),
  }
}

/** Cookies without a live session, by what they are. */
async function deadCallers(arena: Arena): Promise<Record<string, string>> {
  const cookie = ({ cookies }: Client) => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const SESSION = cookieAt('session', arena.target.origin)
  const session = ({ cookies }: Client) => cookies.get(SESSION) ?? ''

  const signedOut = await arena.person()
  const afterSignOut = cookie(signedOut.client)
  await signedOut.client.delete('/api/session')

  const rotated = await arena.person()
  const beforeRotation = cookie(rotated.client)
  await confirm(rotated.client, rotated.authenticator)

  const ended = await arena.person()
  const afterEnding = cookie(ended.client)
  const elsewhere = arena.stranger()
  const begun = await elsewhere.post('/api/sign-in/options')
  await elsewhere.post('/api/sign-in', {
    ceremony: begun.body.ceremony,
    credential: ended.authenticator.get(begun.body.options as never),
  })
  await elsewhere.post('/api/confirmation/options').then(async ({ body }) =>
    elsewhere.post('/api/confirmation', {
      ceremony: body.ceremony,
      credential: ended.authenticator.get(body.options as never),
    }),
  )
  await elsewhere.delete('/api/sessions')

  const deleted = await arena.person()
  const afterDeletion = cookie(deleted.client)
  await deleted.client.delete('/api/account')

  const half = arena.stranger()
  const address = 'half@example.org'
  const { body: mailed } = await half.post('/api/sign-up', { email: address })
  const { body: proven } = await half.post('/api/sign-up/code', {
    ceremony: mailed.ceremony,
    code: await newestCode(half, address),
  })
  const { body: asked } = await half.post('/api/recovery', { email: rotated.email })
  const { body: pass } = await half.post('/api/recovery/code', {
    ceremony: asked.ceremony,
    code: await newestCode(half, rotated.email),
  })
  const { body: opening } = await half.post('/api/sign-in/options')

  const live = session(rotated.client)
  const at = Math.floor(live.length / 2)
  return {
    'no cookie': '',
    'an empty cookie': `${SESSION}=`,
    'a cookie after sign-out': afterSignOut,
    'a cookie from before the rotation': beforeRotation,
    'a cookie that was ended elsewhere': afterEnding,
    'a cookie of a deleted account': afterDeletion,
    'a half-finished sign-up': `${cookie(half)}; ${SESSION}=${String(proven.ceremony)}`,
    'a code ceremony': `${cookie(half)}; ${SESSION}=${String(mailed.ceremony)}`,
    'a recovery pass': `${cookie(half)}; ${SESSION}=${String(pass.ceremony)}`,
    'a sign-in ceremony': `${cookie(half)}; ${SESSION}=${String(opening.ceremony)}`,
    'a browser’s id for a session': `${SESSION}=${half.cookies.get(cookieAt('browser', arena.target.origin))}`,
    'a live session under another name': `__Host-latchkey-session=${live}; session=${live}`,
    'a live session under the name of another port': `${cookieAt('session', 'http://localhost:1')}=${live}`,
    // What follows the last tilde is the format's version, not sealed: without it the rest is the same seal.
    'a live session cut short': `${SESSION}=${live.slice(0, -4)}~2`,
    'a live session with one character changed': `${SESSION}=${live.slice(0, at)}${live[at] === 'A' ? 'B' : 'A'}${live.slice(at + 1)}`,
    'a live session with something before it': `${SESSION}=x${live}`,
    'a garbage seal': `${SESSION}=Fe26.2*1*a*b*c*d*e*f~2`,
    'a cookie of eight kilobytes': `${SESSION}=${'x'.repeat(8_000)}`,
    'a thousand cookies': Array.from({ length: 1_000 }, (_, index) => `c${index}=1`).join('; '),
    'a prototype': '__proto__=1; constructor=1',
  }
}

/** Proves that the refusals were not because the server refuses everything. */
async function keepsAnswering({ tally }: Arena, client: Client): Promise<void> {
  const { status } = await client.get('/api/session')
  tally.cases += 1
  tally.accepted += 1
  if (status !== 200) throw new Error(`The honest session answers ${status}: the refusals above prove nothing.`)
}
