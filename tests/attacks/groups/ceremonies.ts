import { cookieAt } from '#tests/helpers/cookie-names.ts'
import type { Client } from '#tests/helpers/client.ts'
import { type Arena, settle, strike, withArena } from '../arena.ts'
import type { Endpoint } from '../document.ts'
import { done, equipped, PASSWORD, passMailbox, turnClock } from '../people.ts'
import { type Scale, chance, some } from '../scale.ts'
import { type Attempt, STEPS } from '../steps.ts'
import { blame, newTally, type Tally } from '../tally.ts'

const JSON_TYPE = { 'content-type': 'application/json' }
/** Longer than any ceremony lives, shorter than a recovery is ready, in seconds. */
const TOO_LONG = 16 * 60

/** Every ceremony in the wrong place or at the wrong time: another purpose, browser or person, altered, too late, twice. */
export async function attackCeremonies(scale: Scale): Promise<Tally> {
  return withArena(newTally('ceremonies'), async (arena) => {
    const draw = chance(scale.seed)
    const names = some(scale, Object.keys(STEPS), 4, draw)
    const owner = await equipped(arena)
    for (const name of names) {
      const attempt = await begin(arena, name)
      const { body = {} } = attempt
      const sent = sentBy(arena, attempt)
      const other = sent.endpoint?.signedIn ? (await arena.person()).client : arena.stranger()
      await other.post('/api/sign-in/options')
      const pool = 'ceremony' in body ? await otherCeremonies(arena, owner.email, name, attempt.client) : {}
      await settle(arena)

      if ('ceremony' in body) {
        await strike(arena, { ...sent, client: other, label: `${name} in another browser`, mustRefuse: true })
        for (const [label, ceremony] of Object.entries({ ...alterations(String(body.ceremony)), ...pool })) {
          await strike(arena, {
            ...sent,
            client: attempt.client,
            label: `${name} with ${label}`,
            body: JSON.stringify({ ...body, ceremony }),
            mustRefuse: true,
          })
        }
      }
      if ('token' in body) {
        for (const [label, token] of Object.entries(alterations(String(body.token))))
          await strike(arena, {
            ...sent,
            client: attempt.client,
            label: `${name} with ${label}`,
            body: JSON.stringify({ ...body, token }),
            mustRefuse: true,
          })
        await strike(arena, {
          ...sent,
          client: attempt.client,
          label: `${name} without its word`,
          body: JSON.stringify({ token: body.token }),
          mustRefuse: true,
        })
      }
      const { status, text } = await strike(arena, { ...sent, client: attempt.client, label: `${name}, honestly` })
      if (status >= 300)
        blame(arena.tally, 'lost', `${name}: after all that the honest one is refused, ${status} ${text.slice(0, 120)}`)
      await strike(arena, { ...sent, client: attempt.client, label: `${name} again`, mustRefuse: true })
    }
    await tooLate(arena, names)
  })
}

async function begin(arena: Arena, name: string): Promise<Attempt> {
  const step = STEPS[name]
  if (!step) throw new Error(`There is no step ${name}.`)
  return step(arena)
}

/** Ceremonies of every other purpose that can begin without turning the clock, in the same browser where possible. */
async function otherCeremonies(
  arena: Arena,
  email: string,
  except: string,
  { cookies }: Client,
): Promise<Record<string, string>> {
  const inSameBrowser = { ...arena, stranger: () => sameBrowser(arena, cookies) }
  const quick = [
    'a sign-up code',
    'a sign-up passkey',
    'a sign-in',
    'a recovery code',
    'a confirmation',
    'a new passkey',
    'an app’s first code',
    'an e-mail code',
    'the code of a rehearsal',
  ]
  const pool: Record<string, string> = {}
  for (const name of quick.filter((name) => name !== except))
    pool[`the ceremony of ${name}`] = String((await begin(inSameBrowser, name)).body?.ceremony)
  if (!except.includes('password'))
    pool['the ceremony after a password'] =
      (await done(sameBrowser(arena, cookies).post('/api/sign-in/password', { email, password: PASSWORD }))).ceremony ??
      ''
  if (!/mailbox|recovery/.test(except))
    pool['the pass of a recovery'] = await passMailbox(arena, sameBrowser(arena, cookies), (await arena.person()).email)
  return pool
}

/** Another tab: a client without a session that has the same browser id. */
function sameBrowser(arena: Arena, cookies: Map<string, string>): Client {
  const client = arena.stranger()
  const id = cookies.get(cookieAt('browser', arena.target.origin))
  if (id) client.cookies.set(cookieAt('browser', arena.target.origin), id)
  return client
}

async function tooLate(arena: Arena, names: string[]): Promise<void> {
  for (const name of names) {
    const attempt = await begin(arena, name)
    if (typeof attempt.body?.ceremony !== 'string') continue
    await turnClock(arena, TOO_LONG)
    await settle(arena)
    await strike(arena, {
      ...sentBy(arena, attempt),
      client: attempt.client,
      label: `${name}, ${TOO_LONG / 60} minutes later`,
      mustRefuse: true,
    })
  }
}

function sentBy({ api }: Arena, { method = 'POST', path, body }: Attempt) {
  return {
    endpoint: endpointAt(api.endpoints, method, path),
    method,
    path,
    ...(body && { headers: JSON_TYPE, body: JSON.stringify(body) }),
  }
}

function endpointAt(endpoints: Endpoint[], method: string, path: string): Endpoint | undefined {
  const fits = ({ template }: Endpoint) => new RegExp(`^/api${template.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`).test(path)
  return endpoints.find((endpoint) => endpoint.method === method && fits(endpoint))
}

/** A token in the forms an attacker would try. */
function alterations(token: string): Record<string, string> {
  const parts = token.split('.')
  const flipped = (at: number) => token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1)
  return {
    'nothing in it': '',
    'garbage in it': 'garbage',
    'its first character changed': flipped(0),
    'one character in its middle changed': flipped(Math.floor(token.length / 2)),
    'one character near its end changed': flipped(token.length - 3),
    'its end cut off': token.slice(0, -1),
    'its last part removed': parts.slice(0, -1).join('.'),
    'an additional part': `${token}.AAAA`,
    'its parts reversed': parts.toReversed().join('.'),
    'a space in front': ` ${token}`,
    'a header with alg none': [Buffer.from('{"alg":"none"}').toString('base64url'), ...parts.slice(1)].join('.'),
    'a header that names another key': [
      Buffer.from('{"alg":"dir","enc":"A256GCM","kid":"../../etc/passwd"}').toString('base64url'),
      ...parts.slice(1),
    ].join('.'),
    'sixty thousand characters': 'A'.repeat(60_000),
  }
}
