import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { migrate } from '#db/engine/sqlite/migrate.ts'
import { freePort, ROOT } from '#tests/helpers/process.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { makeProvider } from '#tests/server/mail/provider.ts'
import { startSmtp } from '#tests/server/mail/smtp-server.ts'
import { signUpEquipped } from '#tests/server/second-factor/steps.ts'
import { asLatchkey, startFront, TRUSTING } from '#tests/cli/front.ts'
import { latchkey, latchkeyJson, makeFolder } from '#tests/cli/latchkey.ts'
import { change, FILE, killedWith } from '#tests/cli/restore-steps.ts'

type Finding = { name: string; state: string; sentence: string }

/** Runs the checks, and returns the exit code and what each found, by its name. */
async function check(environment: Record<string, string>) {
  const { code, data } = await latchkeyJson(['check'], { DATA_DIR: makeFolder(), ...environment })
  // The shape of what is printed.
  const checks = data.checks as Finding[]
  return { code, state: data.state, found: Object.fromEntries(checks.map(({ name, ...finding }) => [name, finding])) }
}

/** The settings of a server that answers at a front. */
async function at(front: Parameters<typeof startFront>[0], tls = false): Promise<Record<string, string>> {
  const port = await startFront(front, tls)
  return tls ? { ORIGIN: `https://localhost:${port}`, ...TRUSTING } : { ORIGIN: `http://localhost:${port}` }
}

describe('latchkey check', () => {
  test('finds nothing wrong with a sound installation, and ends with 0', async () => {
    const dataDir = await killedWith('bob@example.com')
    const environment = { ...(await at(asLatchkey())), DATA_DIR: dataDir }
    const { code, out, err } = await latchkey(['check'], environment)
    expect([code, err]).toEqual([0, ''])
    const rows = out.split('\n').slice(0, 13)
    expect(rows.map((row) => row.split(/ +/, 2))).toEqual(
      'dns server origin proxy certificate clock disk files database migrations rp-id secrets mail'
        .split(' ')
        .map((name) => ['ok', name]),
    )
    expect(out).toContain('\n13 checks: 0 failed, 0 with a warning.\n')
    expect(await check(environment)).toMatchObject({ code: 0, state: 'ok' })
  })

  test('changes nothing, and needs no server and no database', async () => {
    const folder = makeFolder()
    const port = String(await freePort())
    const { code, state, found } = await check({
      DATA_DIR: join(folder, 'data'),
      PORT: port,
      ORIGIN: `http://localhost:${port}`,
    })
    expect([code, state]).toEqual([1, 'fail'])
    expect(found).toMatchObject({
      server: { state: 'fail', sentence: expect.stringContaining(`No server answers at http://127.0.0.1:${port} `) },
      origin: { state: 'fail' },
      disk: { state: 'fail', sentence: expect.stringContaining('is missing') },
      database: { state: 'fail', sentence: expect.stringContaining('has no database: start the server once.') },
      migrations: { state: 'warn' },
      secrets: { state: 'ok' },
    })
    expect(readdirSync(folder)).toEqual([])
  })

  test('a host that has no address', async () => {
    const { found } = await check({
      ORIGIN: 'https://nobody.invalid',
      PORT: String(await startFront(asLatchkey())),
      LISTEN: '127.0.0.1',
      SECRET: '0123456789abcdefghijklmnopqrstuvwxyzABCDEFG',
      RESEND_API_KEY: 're_key',
      RESEND_BASE_URL: 'http://127.0.0.1:1',
      MAIL_FROM: 'id@example.com',
    })
    expect(found).toMatchObject({
      dns: {
        state: 'fail',
        sentence: expect.stringMatching(/^nobody\.invalid has no address: add an A or AAAA record/),
      },
      server: { state: 'ok' },
      origin: { state: 'fail' },
      proxy: { state: 'warn' },
      certificate: { state: 'warn' },
      mail: { state: 'fail', sentence: expect.stringMatching(/^Resend cannot be used: /) },
    })
  })
})

describe('latchkey check looks at the proxy', () => {
  const wrongHost: Parameters<typeof startFront>[0] = (incoming, response) => {
    if (incoming.url === '/api/health') return asLatchkey()(incoming, response)
    return response.writeHead(421).end()
  }
  const elsewhere: Parameters<typeof startFront>[0] = (_incoming, response) =>
    response.writeHead(301, { location: 'https://www.example.com/' }).end()

  test.each<[string, Parameters<typeof startFront>[0], boolean, Record<string, string>, string, string, RegExp]>([
    ['that changes the host', wrongHost, false, {}, 'proxy', 'fail', /^The proxy changes the Host header: pass it on/],
    [
      'that leads elsewhere',
      elsewhere,
      false,
      {},
      'origin',
      'fail',
      /leads on to https:\/\/www\.example\.com\/: correct/,
    ],
    [
      'that does not pass the API on',
      (_incoming, response) => response.writeHead(404).end(),
      false,
      {},
      'proxy',
      'fail',
      /answers with 404 where Latchkey says 401\.$/,
    ],
    ['that is not counted', asLatchkey(), true, {}, 'proxy', 'warn', /^ORIGIN is https, .* Set it to 1\.$/],
    ['that is counted', asLatchkey(), true, { TRUSTED_PROXIES: '1' }, 'proxy', 'ok', /^The Host header arrives\./],
    ['that is not there', asLatchkey(), false, { TRUSTED_PROXIES: '1' }, 'proxy', 'warn', /can choose an IP\.$/],
    [
      'that names another one',
      asLatchkey({ via: '1.1 edge, 1.1 inner' }),
      true,
      { TRUSTED_PROXIES: '1' },
      'proxy',
      'warn',
      /^The answer names 2 proxies, and TRUSTED_PROXIES is 1/,
    ],
    ['with a trusted certificate', asLatchkey(), true, {}, 'certificate', 'ok', /trusted and valid for \d{5} days\.$/],
    [
      'with a certificate that nobody trusts',
      asLatchkey(),
      true,
      { NODE_EXTRA_CA_CERTS: '' },
      'certificate',
      'fail',
      /^The certificate is not trusted \(\w+\): /,
    ],
    [
      'whose clock is two minutes ahead',
      (incoming, response) => asLatchkey({ date: new Date(Date.now() + 120_000).toUTCString() })(incoming, response),
      false,
      {},
      'clock',
      'fail',
      /^The clock differs by 1[12]\d s from that of ORIGIN: set it by NTP/,
    ],
  ])('%s', async (_, front, tls, environment, name, state, sentence) => {
    const { code, found } = await check({ ...(await at(front, tls)), ...environment })
    expect(found[name]).toEqual({ state, sentence: expect.stringMatching(sentence) })
    // There is no database either.
    expect(code).toBe(1)
  })

  test('that says nothing, for ten seconds at most', async () => {
    const silent = createServer((socket) => socket.on('error', () => {}))
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void silent.close())
    const address = silent.address()
    const port = typeof address === 'object' ? address?.port : 0
    const began = performance.now()
    const { found } = await check({ ORIGIN: `http://localhost:${port}` })
    expect(performance.now() - began).toBeLessThan(12_000)
    expect(found.origin).toMatchObject({ state: 'fail', sentence: expect.stringContaining('no answer within 8 s') })
    expect(found.server).toMatchObject({ state: 'fail', sentence: expect.stringContaining('no answer within 5 s') })
  })
})

describe('latchkey check looks at the data', () => {
  test('that other users may read', async () => {
    const dataDir = await killedWith('bob@example.com')
    writeFileSync(join(dataDir, 'logo.png'), 'of somebody else', { mode: 0o644 })
    expect((await check({ DATA_DIR: dataDir })).found.files).toMatchObject({ state: 'ok' })
    chmodSync(join(dataDir, FILE), 0o644)
    const { found } = await check({ DATA_DIR: dataDir })
    expect(found.files).toEqual({
      state: 'fail',
      sentence: expect.stringMatching(/^Other users may read latchkey\.sqlite in \S+: run `chmod 700`/),
    })
  })

  test.each<[string, (file: string) => void, RegExp]>([
    ['is none', (file) => writeFileSync(file, 'This is no database. '.repeat(500)), /damaged: restore a backup/],
    [
      'has damaged pages',
      (file) => {
        const bytes = readFileSync(file)
        bytes.fill(0xaa, 4_096 * 3, 4_096 * 20)
        writeFileSync(file, bytes)
      },
      /^The database is damaged.*: restore a backup with `latchkey restore`\.$/,
    ],
  ])('that %s', async (_, spoil, sentence) => {
    const dataDir = await killedWith('bob@example.com')
    // Its log goes into the file.
    change(join(dataDir, FILE), 'pragma journal_mode = delete')
    spoil(join(dataDir, FILE))
    const { code, found } = await check({ DATA_DIR: dataDir })
    expect(code).toBe(1)
    expect(found.database).toEqual({ state: 'fail', sentence: expect.stringMatching(sentence) })
  })

  test('of an older version, without migrating it, and of a newer one', async () => {
    const dataDir = makeFolder()
    const older = join(dataDir, 'older')
    mkdirSync(older)
    for (const name of readdirSync(join(ROOT, 'migrations/sqlite')).filter((file) => file < '0020'))
      cpSync(join(ROOT, 'migrations/sqlite', name), join(older, name))
    migrate(join(dataDir, FILE), older)
    writeFileSync(join(dataDir, 'secret'), '0123456789abcdefghijklmnopqrstuvwxyzABCDEFG')
    const { found } = await check({ DATA_DIR: dataDir })
    expect(found.migrations).toEqual({
      state: 'warn',
      sentence: expect.stringMatching(/^The database is older than this version by \d+ migrations, from 0020_/),
    })
    expect(found.secrets).toMatchObject({ state: 'warn' })
    expect(migrate(join(dataDir, FILE), older)).toEqual([])

    change(join(dataDir, FILE), `insert into migrations (name, checksum) values ('9999_later.sql', '')`)
    expect((await check({ DATA_DIR: dataDir })).found.migrations).toEqual({
      state: 'fail',
      sentence: expect.stringContaining('This database was written by a newer version: it has 9999_later.sql.'),
    })
  })

  test('whose secret or RP ID is another one', async () => {
    const world = makeWorld()
    await signUpEquipped(world)
    const { dataDir } = world.config
    expect((await check({ DATA_DIR: dataDir })).found).toMatchObject({
      secrets: { state: 'ok', sentence: 'There is one secret, and it fits the database.' },
      'rp-id': { state: 'ok', sentence: 'The passkeys belong to localhost, which suits ORIGIN.' },
    })
    writeFileSync(join(dataDir, 'rp-id'), 'example.com')
    const { found } = await check({ DATA_DIR: dataDir, SECRET: '0123456789abcdefghijklmnopqrstuvwxyzABCDEFG' })
    expect(found).toMatchObject({
      secrets: {
        state: 'fail',
        sentence:
          '1 authenticator app, 1 password and 10 backup codes depend on a secret that is not in SECRET: put the older one back, behind the newest.',
      },
      'rp-id': { state: 'fail', sentence: expect.stringContaining('set RP_ID to example.com') },
    })
  })
})

describe('latchkey check looks at the mail server', () => {
  const through = (port: number, password = 'secret') => ({
    SMTP_HOST: '127.0.0.1',
    SMTP_PORT: String(port),
    SMTP_TLS: 'starttls',
    SMTP_USER: 'latchkey',
    SMTP_PASSWORD: password,
    SMTP_CA_FILE: join(ROOT, 'tests/postgres/tls/authority.pem'),
    SMTP_SERVER_NAME: 'localhost',
    MAIL_FROM: 'Latchkey <id@example.com>',
  })

  test('with the right and with a wrong password, and sends nothing', async () => {
    const { port, received } = await startSmtp()
    const right = await check(through(port))
    expect(right.found.mail).toEqual({
      state: 'ok',
      sentence: `127.0.0.1:${port} accepts the user and the password.`,
    })
    const wrong = await check(through(port, 'not-the-right-one'))
    expect(wrong.found.mail).toEqual({
      state: 'fail',
      sentence: expect.stringMatching(/^The mail server cannot be used: .*535/),
    })
    expect(JSON.stringify(wrong)).not.toContain('not-the-right-one')
    expect(received).toEqual([])
  })

  test.each<[string, number, object, string, RegExp]>([
    [
      'that has verified the domain',
      200,
      { data: [{ name: 'example.com', status: 'verified' }] },
      'ok',
      /has verified/,
    ],
    [
      'that has not yet',
      200,
      { data: [{ name: 'example.com', status: 'pending' }] },
      'fail',
      /has not verified example\.com/,
    ],
    ['of another domain', 200, { data: [] }, 'ok', /does not list the domain example\.com/],
    [
      'with a key that may only send',
      401,
      { statusCode: 401, name: 'restricted_api_key', message: 'x' },
      'ok',
      /may only send/,
    ],
    [
      'with a wrong key',
      401,
      { statusCode: 401, name: 'validation_error', message: 'API key is invalid' },
      'fail',
      /invalid/,
    ],
    [
      'that has another API',
      404,
      { statusCode: 404, name: 'not_found', message: 'x' },
      'ok',
      /run `latchkey mail test`\.$/,
    ],
  ])('or at a provider %s', async (_, status, body, state, sentence) => {
    const provider = await makeProvider()
    const port = await startFront((incoming, response) => {
      expect([incoming.method, incoming.url]).toEqual(['GET', '/domains'])
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    })
    const { found } = await check({
      ...provider.environment,
      RESEND_BASE_URL: `http://127.0.0.1:${port}`,
      MAIL_FROM: 'Latchkey <id@example.com>',
    })
    expect(found.mail).toEqual({ state, sentence: expect.stringMatching(sentence) })
  })
})
