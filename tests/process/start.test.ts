import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { signIn } from '#tests/helpers/people.ts'
import { browse, signUpAt } from '#tests/process/people.ts'
import { freePort, makeFolder, ROOT, run, startServer } from '#tests/process/server.ts'

const SECRET = 'q1vRzLx8nG3bY7mTfW0cKdJ5sA9hEuPoZiXl2B4tVwM'

describe('a faulty configuration', () => {
  test('X9 is refused with every fault, and nothing is made', async () => {
    const dataDir = join(makeFolder(), 'data')
    const environment = {
      DATA_DIR: dataDir,
      ORIGIN: 'http://id.example.com',
      RP_ID: 'com',
      SECRET: 'changeme-changeme',
      RECOVERY_DELAY: '23h',
      TESTING: '1',
      LIMIT_SCALE: '0',
      MAIL_FROM_FILE: '/nowhere',
    }
    const { ended, said } = run('server/main.ts', environment)
    expect(await ended).toBe(1)
    const lines = said().trim().split('\n')
    expect(lines[0]).toBe('The configuration has 8 faults:')
    const named = lines.slice(1).map((line) => /^ {2}- (\w+)/.exec(line)?.[1])
    expect(named.sort()).toEqual([
      'LIMIT_SCALE',
      'MAIL_FROM_FILE',
      'ORIGIN',
      'RECOVERY_DELAY',
      'RESEND_API_KEY',
      'RP_ID',
      'SECRET',
      'TESTING',
    ])
    expect(said()).not.toContain('changeme')
    expect(existsSync(dataDir)).toBe(false)
  })

  test('U28 is refused when the relying party changed', async () => {
    const first = await startServer({ environment: { SECRET } })
    first.child.kill('SIGTERM')
    await first.ended
    const { ended, said } = run('server/main.ts', {
      DATA_DIR: first.dataDir,
      ORIGIN: 'https://id.example.com',
      SECRET,
      RESEND_API_KEY: 're_key',
      MAIL_FROM: 'id@example.com',
    })
    expect(await ended).toBe(1)
    expect(said().trim().split('\n')).toEqual([
      'The configuration has a fault:',
      expect.stringMatching(/RP_ID id\.example\.com differs from localhost/),
    ])
  })
})

describe('npm start', () => {
  test('V15.2.3 starts on nothing, makes what it needs, and says where it is', async () => {
    const server = await startServer({ script: 'scripts/start.mjs', environment: { TESTING: '0', LIMIT_SCALE: '1' } })
    const [line] = server
      .said()
      .split('\n')
      .filter((it) => it.startsWith('{'))
    expect(JSON.parse(line ?? '')).toMatchObject({
      level: 'info',
      message: `Latchkey is at ${server.origin}`,
      letters: `${server.origin}/mailbox`,
    })
    expect(server.said()).not.toMatch(/testing|limitScale|secret/i)
    expect(readdirSync(server.dataDir)).toEqual(expect.arrayContaining(['latchkey.sqlite', 'rp-id', 'secret']))

    const page = await fetch(server.origin)
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect(await page.text()).toContain('Latchkey')
    expect((await browse(server).get('/api/testing/mailbox')).status).toBe(404)
  })

  test('a second time on the same folder and port ends with a clear sentence, and harms nothing', async () => {
    const first = await startServer({ script: 'scripts/start.mjs' })
    const { authenticator } = await signUpAt(first, 'ada@example.org')
    const second = run('scripts/start.mjs', { ORIGIN: first.origin, DATA_DIR: first.dataDir })
    expect(await second.ended).toBe(1)
    const sentence = `The configuration has a fault:\n  - PORT ${first.port} is used by another program: stop that program, or choose another port\n`
    expect(second.said().endsWith(sentence)).toBe(true)
    expect(second.said()).not.toMatch(/^ +at /m)

    expect((await signIn(browse(first), authenticator)).status).toBe(200)
    await signUpAt(first, 'bob@example.org')
  })

  test('two at the same moment: one is there, the other ends with a clear sentence', async () => {
    const [dataDir, port] = [makeFolder(), await freePort()]
    const both = [1, 2].map(() => startServer({ dataDir, port, script: 'scripts/start.mjs' }))
    const [started, refused] = await Promise.allSettled(both).then((results) =>
      results.toSorted((a, b) => a.status.localeCompare(b.status)),
    )
    if (started?.status !== 'fulfilled' || refused?.status !== 'rejected')
      throw new Error(`one was to start and one to be refused, but: ${started?.status}, ${refused?.status}`)

    expect(String(refused.reason)).toMatch(new RegExp(`ended with 1:[^]*PORT ${port} is used`))
    const { authenticator } = await signUpAt(started.value, 'ada@example.org')
    expect((await signIn(browse(started.value), authenticator)).status).toBe(200)
  })
})

describe('npm run end-sessions', () => {
  test('V7.4.5 ends a person’s sessions while the server runs, and says how many', async () => {
    const server = await startServer()
    const [ada, bob] = [await signUpAt(server, 'ada@example.org'), await signUpAt(server, 'bob@example.org')]
    const client = browse(server)
    await signIn(client, ada.authenticator)
    const environment = { ORIGIN: server.origin, DATA_DIR: server.dataDir }
    const { ended, said } = run('scripts/end-sessions.mjs', environment, [], ['ada@example.org'])
    expect([await ended, said()]).toEqual([0, '2 sessions were ended.\n'])
    expect((await client.get('/api/session')).status).toBe(401)
    const other = browse(server)
    expect((await signIn(other, bob.authenticator)).status).toBe(200)

    const everybody = run('scripts/end-sessions.mjs', environment, [], ['--everybody'])
    expect([await everybody.ended, everybody.said()]).toEqual([0, '2 sessions were ended.\n'])
    expect((await other.get('/api/session')).status).toBe(401)
  })

  test.each([
    ['nobody’s address', ['nobody@example.org'], {}, 1, 'No account has this address.\n'],
    ['no address', [], {}, 2, /^Usage: npm run end-sessions/],
    ['another folder', ['--everybody'], { DATA_DIR: '/nowhere' }, 1, 'There is no database in /nowhere.\n'],
  ] as const)('ends nothing for %s, and says why', async (_, words, changed, code, sentence) => {
    const server = await startServer()
    const { ended, said } = run(
      'scripts/end-sessions.mjs',
      { ORIGIN: server.origin, DATA_DIR: server.dataDir, ...changed },
      [],
      [...words],
    )
    expect([await ended, said()]).toEqual([
      code,
      typeof sentence === 'string' ? sentence : expect.stringMatching(sentence),
    ])
  })
})

describe('an old Node', () => {
  const scripts = readdirSync(join(ROOT, 'scripts')).filter((name) =>
    /^(start|dev|test|e2e|verify-activity|end-sessions|requirements)\.mjs$/.test(name),
  )
  /** A Node that says it is another version: what it must not do is run anything of ours. */
  const pretend = (version: string) =>
    `data:text/javascript,Object.defineProperty(process,"versions",{value:{...process.versions,node:"${version}"}})`

  test.each(['18.20.8', '20.20.2', '22.17.1'])(
    'is told so by every script before anything else: %s',
    async (version) => {
      for (const script of scripts) {
        const { ended, said } = run(`scripts/${script}`, {}, ['--import', pretend(version)])
        expect([script, await ended, said()]).toEqual([
          script,
          1,
          `Latchkey needs Node 22.18 or newer, and this is ${version}. "npm ci" brings the right one; start Latchkey with "npm start".\n`,
        ])
      }
    },
  )

  test.each(['22.18.0', '24.0.0', '26.1.0'])('is not what we call %s', async (version) => {
    const { ended, said } = run('scripts/require-node.mjs', {}, ['--import', pretend(version)])
    expect([await ended, said()]).toEqual([0, ''])
  })

  test('of this machine’s own, where there is one, gets the same sentence and no stack', () => {
    for (const node of ['/usr/bin/node', '/usr/local/bin/node'].filter((path) => existsSync(path))) {
      const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim()
      if (Number(version.slice(1).split('.')[0]) >= 22) continue
      const { status, stderr } = spawnSync(node, [join(ROOT, 'scripts/start.mjs')], { encoding: 'utf8' })
      expect([status, stderr]).toEqual([
        1,
        expect.stringMatching(
          new RegExp(`^Latchkey needs Node 22\\.18 or newer, and this is ${version.slice(1)}\\..*\\n$`),
        ),
      ])
    }
  })
})
