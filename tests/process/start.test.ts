import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { signIn } from '#tests/helpers/people.ts'
import { browse, signUpAt } from '#tests/process/people.ts'
import { freePort, makeFolder, run, startServer } from '#tests/process/server.ts'

const SECRET = 'q1vRzLx8nG3bY7mTfW0cKdJ5sA9hEuPoZiXl2B4tVwM'

describe('a faulty configuration', () => {
  test('X9 is refused with a list of every fault, and no file is created', async () => {
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
    const named = lines.slice(1).map((line) => /^ {2}- (\w+)/.exec(line)?.[1] ?? '')
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

  test('U28 is refused if the relying party has changed', async () => {
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
  test('V15.2.3 starts in an empty folder, creates what it needs, and prints its address', async () => {
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

  test('refuses a second start on the same folder or port with a clear sentence, and the first server keeps running', async () => {
    const first = await startServer({ script: 'scripts/start.mjs' })
    const { authenticator } = await signUpAt(first, 'ada@example.org')
    const sentences = {
      [`DATA_DIR ${first.dataDir} is used by another Latchkey: stop that one, or choose another directory`]: [
        { ORIGIN: first.origin, DATA_DIR: first.dataDir },
        { ORIGIN: `http://localhost:${await freePort()}`, DATA_DIR: first.dataDir },
      ],
      [`PORT ${first.port} is used by another program: stop that program, or choose another port`]: [
        { ORIGIN: first.origin, DATA_DIR: makeFolder() },
      ],
    }
    for (const [sentence, starts] of Object.entries(sentences))
      for (const environment of starts) {
        const second = run('scripts/start.mjs', environment)
        expect(await second.ended).toBe(1)
        expect(second.said().endsWith(`The configuration has a fault:\n  - ${sentence}\n`)).toBe(true)
        expect(second.said()).not.toMatch(/^ +at /m)
      }

    expect((await signIn(browse(first), authenticator)).status).toBe(200)
    await signUpAt(first, 'bob@example.org')
  })

  test('started twice at the same moment runs one server and ends the other with a clear sentence', async () => {
    const [dataDir, port] = [makeFolder(), await freePort()]
    const both = [1, 2].map(() => startServer({ dataDir, port, script: 'scripts/start.mjs' }))
    const [started, refused] = await Promise.allSettled(both).then((results) =>
      results.toSorted((a, b) => a.status.localeCompare(b.status)),
    )
    if (started?.status !== 'fulfilled' || refused?.status !== 'rejected')
      throw new Error(`one was to start and one to be refused, but: ${started?.status}, ${refused?.status}`)

    expect(String(refused.reason)).toMatch(new RegExp(`ended with 1:[^]*DATA_DIR ${dataDir} is used`))
    const { authenticator } = await signUpAt(started.value, 'ada@example.org')
    expect((await signIn(browse(started.value), authenticator)).status).toBe(200)
  })
})
