import { describe, expect, test } from 'vitest'
import { signIn } from '#tests/helpers/people.ts'
import { browse, signUpAt } from '#tests/process/people.ts'
import { run, shareServer } from '#tests/process/server.ts'

const shared = shareServer()

describe('latchkey end-sessions', () => {
  test('V7.4.5 ends a person’s sessions while the server runs, and prints how many', async () => {
    const server = shared()
    const [ada, bob] = [await signUpAt(server, 'ada@example.org'), await signUpAt(server, 'bob@example.org')]
    const client = browse(server)
    await signIn(client, ada.authenticator)
    const environment = { ORIGIN: server.origin, DATA_DIR: server.dataDir }
    const { ended, said } = run('cli/latchkey.mjs', environment, [], ['end-sessions', 'ada@example.org'])
    expect([await ended, said()]).toEqual([0, '2 sessions were ended.\n'])
    expect((await client.get('/api/session')).status).toBe(401)
    const other = browse(server)
    expect((await signIn(other, bob.authenticator)).status).toBe(200)

    const { email } = bob
    await signIn(browse(server), bob.authenticator)
    const one = run('cli/latchkey.mjs', environment, [], ['end-sessions', email, '--json'])
    expect([await one.ended, one.said()]).toEqual([0, '{"ended":3}\n'])
    await signIn(other, bob.authenticator)
    await signIn(browse(server), bob.authenticator)

    const everybody = run('cli/latchkey.mjs', environment, [], ['end-sessions', '--everybody'])
    expect([await everybody.ended, everybody.said()]).toEqual([0, '2 sessions were ended.\n'])
    expect((await other.get('/api/session')).status).toBe(401)
  })

  test.each([
    ['an unknown address', ['nobody@example.org'], {}, 1, /^No account has this address\.\n$/],
    ['no address', [], {}, 2, /^Name one address, or say --everybody\./],
    ['an address and everybody', ['ada@example.org', '--everybody'], {}, 2, /^Name one address, or say --everybody\./],
    ['a word that is no address', ['ada'], {}, 2, /^“ada” is no address\./],
    [
      'a folder without a database',
      ['--everybody'],
      { DATA_DIR: '/nowhere' },
      1,
      /^The configuration has a fault:\n {2}- DATA_DIR \/nowhere has no database\n$/,
    ],
  ] as const)('ends nothing for %s, and prints the reason', async (_, words, changed, code, sentence) => {
    const server = shared()
    const { ended, said } = run(
      'cli/latchkey.mjs',
      { ORIGIN: server.origin, DATA_DIR: server.dataDir, ...changed },
      [],
      ['end-sessions', ...words],
    )
    expect([await ended, said()]).toEqual([code, expect.stringMatching(sentence)])
  })
})
