import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Secret, TOTP } from 'otpauth'
import { expect, test } from 'vitest'
import { bootWorld } from '#server/boot.ts'
import { readConfig } from '#server/config/config.ts'
import { readSessionCookie } from '#server/callers/session-cookie.ts'
import { sha256 } from '#server/crypto/keys.ts'
import { createAuthenticator } from '#tests/helpers/authenticator.ts'
import { type Client, makeBrowser } from '#tests/helpers/client.ts'
import { addPasskey, confirm, signIn } from '#tests/helpers/people.ts'
import { newestCode, signUpAt } from '#tests/process/people.ts'
import { type Server, startServer } from '#tests/process/server.ts'

const PASSWORD = 'eleven quiet herons mend the loom'
const TELLING = new Set(['ceremony', 'challenge', 'code', 'codes', 'secret', 'link', 'token', 'password'])

/** Every secret that a browser received, sent, or had in its cookies. */
type Seen = { secrets: Set<string>; cookies: Set<string> }

test('X8 V16.2.5 after a full run and a kill, the database, its log and the server’s log hold no secret that was used', async () => {
  const server = await startServer()
  const seen: Seen = { secrets: new Set(), cookies: new Set() }
  await liveThrough(server, seen)
  server.child.kill('SIGKILL')
  await server.ended

  const places = new Map(
    readdirSync(server.dataDir)
      .filter((name) => name !== 'secret')
      .map((name) => [name, readFileSync(join(server.dataDir, name), 'latin1')]),
  )
  expect([...places.keys()]).toEqual(expect.arrayContaining(['latchkey.sqlite', 'latchkey.sqlite-wal']))
  const stored = [...places.values()].join('\n')
  places.set('the log', server.said())

  const { proofs, keys } = await openAll(server, seen.cookies)
  const secrets = [...seen.secrets].flatMap(spellings)
  // Ceremonies, six-digit codes, backup codes, link tokens, the app's secret, the password: all of them were used.
  for (const [kind, least] of [
    [/^ey.*\./, 12],
    [/^\d{6}$/, 7],
    [/^(\w{4}-){4}\w{4}$/, 10],
    [/^http.*\/cancel\//, 1],
    [/^[A-Z2-7]{32}$/, 1],
    [/herons/, 1],
  ] as const) {
    expect([kind, secrets.filter((secret) => kind.test(secret)).length >= least]).toEqual([kind, true])
  }
  expect(proofs.length).toBeGreaterThan(3)
  // Proves that the search finds what is stored.
  expect(stored).toContain('ada@example.org')
  for (const proof of proofs) expect(stored).toContain(sha256(proof))

  const found = [...places].flatMap(([place, content]) =>
    [...secrets, ...seen.cookies, ...proofs, ...keys]
      .filter((secret) => holds(content, secret))
      .map((secret) => `${place}: ${secret}`),
  )
  expect(found).toEqual([])
  expect(server.said()).not.toMatch(/@example\.org|"level":"error"/)
})

/** Everything an account can do, with unfinished and refused attempts. */
async function liveThrough(server: Server, seen: Seen): Promise<void> {
  const ok = async (answer: Promise<{ status: number; body: unknown }>) => {
    const { status, body } = await answer
    // Each step must succeed, or no secret would have been used.
    if (status >= 300) throw new Error(`A step was refused: ${JSON.stringify(body)}`)
    return body as Record<string, string> & { codes: string[]; emails: { id: string; primary: boolean }[] }
  }
  const client = listenIn(server, seen)
  const begun = await ok(client.post('/api/sign-up', { email: 'nobody@example.org' }))
  expect((await client.post('/api/sign-up/code', { ceremony: begun.ceremony, code: '000000' })).status).toBe(401)
  const { authenticator } = await signUpAt(server, 'ada@example.org', client)

  const other = listenIn(server, seen)
  await ok(signIn(other, authenticator))
  await ok(confirm(other, authenticator))
  await ok(addPasskey(other, createAuthenticator({ origin: server.origin }), 'Second key'))
  await client.post('/api/sign-in/options')

  const totp = await ok(client.post('/api/totp'))
  const app = new TOTP({ secret: Secret.fromBase32(totp.secret ?? '') })
  await ok(client.post('/api/totp/confirm', { ceremony: totp.ceremony, code: app.generate() }))
  const { codes } = await ok(client.post('/api/backup-codes'))
  await ok(client.put('/api/password', { password: PASSWORD }))

  const borrowed = listenIn(server, seen)
  const first = await ok(borrowed.post('/api/sign-in/password', { email: 'ada@example.org', password: PASSWORD }))
  await ok(borrowed.post('/api/sign-in/second-step', { ceremony: first.ceremony, code: codes[0] }))
  const second = await ok(borrowed.post('/api/sign-in/password', { email: 'ada@example.org', password: PASSWORD }))
  expect((await borrowed.post('/api/sign-in/second-step', { ceremony: second.ceremony, code: '123456' })).status).toBe(
    401,
  )

  const address = await ok(client.post('/api/emails', { email: 'ada.second@example.org' }))
  await ok(
    client.post('/api/emails/code', {
      ceremony: address.ceremony,
      code: await newestCode(client, 'ada.second@example.org'),
    }),
  )
  const { emails } = await ok(client.get('/api/emails'))
  await ok(client.delete(`/api/emails/${emails.find(({ primary }) => !primary)?.id}`))

  const lost = listenIn(server, seen)
  const recovery = await ok(lost.post('/api/recovery', { email: 'ada@example.org' }))
  const pass = await ok(
    lost.post('/api/recovery/code', { ceremony: recovery.ceremony, code: await newestCode(lost, 'ada@example.org') }),
  )
  await ok(lost.post('/api/recovery/start', { ceremony: pass.ceremony }))
  await ok(client.post('/api/testing/clock', { advance: 1 }))
  for (const to of ['ada@example.org', 'ada.second@example.org', 'nobody@example.org'])
    await ok(client.get(`/api/testing/mailbox?to=${to}`))
  await ok(client.post('/api/account/recovery/cancel'))
  await ok(client.delete('/api/session'))
}

/** A browser that records every secret it sends or receives. */
function listenIn({ origin }: Server, seen: Seen): Client {
  return makeBrowser(origin, async (url, init) => {
    const response = await fetch(url, init)
    // What was just ended is a word, not a secret.
    for (const line of response.headers.getSetCookie().filter((cookie) => !cookie.startsWith('latchkey-goodbye')))
      seen.cookies.add(line.split(';')[0]?.split('=').slice(1).join('=') ?? '')
    // A refusal has a code too, which is not a secret.
    const answer = response.ok ? await response.clone().text() : undefined
    for (const text of [init.body, answer])
      if (typeof text === 'string' && text !== '') note(JSON.parse(text), '', seen.secrets)
    return response
  })
}

function note(value: unknown, name: string, secrets: Set<string>): void {
  if (typeof value === 'string' && TELLING.has(name)) secrets.add(value)
  // An array's items are known by the name of the array.
  if (Array.isArray(value)) for (const item of value) note(item, name, secrets)
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) note(inner, key, secrets)
}

/** The forms in which a secret could be stored. The first group of a backup code and the id in a link's token are not secrets. */
function spellings(secret: string): string[] {
  if (secret.startsWith('http'))
    return [secret, secret.slice(secret.lastIndexOf('.') + 1)].filter((it) => it.length > 20)
  const groups = /^[0-9A-Z]{4}(-[0-9A-Z]{4}){4}$/.test(secret)
    ? [secret.slice(5), secret.slice(5).replaceAll('-', '')]
    : []
  const bytes = /^[A-Z2-7]{32}$/.test(secret) ? encodings(Buffer.from(Secret.fromBase32(secret).buffer)) : []
  return [secret, ...groups, ...bytes].filter((it) => it !== '')
}

/** What proves the sessions in the cookies, behind their ids, and the keys of this server, as its data folder gives them away to who may read the secret. */
async function openAll(server: Server, cookies: Set<string>): Promise<{ proofs: string[]; keys: string[] }> {
  const world = bootWorld(readConfig({ ORIGIN: server.origin, DATA_DIR: server.dataDir }), { log: () => {} })
  await world.db.close()
  const opened = await Promise.all([...cookies].map((cookie) => readSessionCookie(world, cookie)))
  const secret = readFileSync(join(server.dataDir, 'secret'), 'utf8').trim()
  const rings = Object.values(world.keys).flatMap((ring) => ring.flatMap(({ bytes }) => encodings(bytes)))
  return {
    proofs: opened.filter((token) => token !== undefined).map((token) => token.slice(token.indexOf('.') + 1)),
    keys: [secret, ...encodings(Buffer.from(secret, 'base64url')), ...rings],
  }
}

function encodings(bytes: Buffer): string[] {
  return (['latin1', 'hex', 'base64url', 'base64'] as const).map((encoding) =>
    bytes.toString(encoding).replace(/=+$/, ''),
  )
}

function isSixDigits(text: string): boolean {
  return /^\d{6}$/.test(text)
}

/** Six digits count only without a digit next to them: a time in milliseconds is not a code. */
function holds(content: string, secret: string): boolean {
  return isSixDigits(secret)
    ? new RegExp(`(?<!\\d)${secret}(?!\\d)`).test(content)
    : secret !== '' && content.includes(secret)
}
