import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { signIn } from '#tests/helpers/people.ts'
import { browse, type Person, signUpAt } from '#tests/process/people.ts'
import { freePort, makeFolder, type Server, startServer } from '#tests/process/server.ts'

const PEOPLE = 200
const AT_ONCE = 12

test('V2.3.3 a server killed twice during 200 sign-ups keeps every acknowledged account and no half account', async () => {
  const [dataDir, port] = [makeFolder(), await freePort()]
  const addresses = Array.from({ length: PEOPLE }, (_, index) => `person${index}@example.org`)
  const signedUp: Person[] = []

  for (const killedAfter of [50, 110]) {
    const server = await startServer({ dataDir, port })
    const interrupted = await signUpMany(
      server,
      addresses,
      signedUp,
      () => signedUp.length >= killedAfter && server.child.kill('SIGKILL'),
    )
    expect(await server.ended).toBe('SIGKILL')
    expect(interrupted).toBeGreaterThan(0)
    expect(signedUp.length).toBeLessThan(PEOPLE)
  }

  const server = await startServer({ dataDir, port })
  expect(signedUp.length).toBeGreaterThanOrEqual(110)
  expect(halfAccounts(dataDir)).toEqual({
    integrity: 'ok',
    dangling: 0,
    withoutEmail: 0,
    withoutPasskey: 0,
    withoutEvent: 0,
    eventsOfNobody: 0,
    withoutPerson: 0,
  })
  for (const { authenticator, email } of signedUp) {
    expect(await signIn(browse(server), authenticator)).toMatchObject({ status: 200, body: { user: { email } } })
  }
  // People in the middle of a sign-up can begin again.
  expect(await signUpAt(server, addresses.at(-1) ?? '')).toMatchObject({ email: addresses.at(-1) })
})

/** Signs up everybody in the list, several at once, until the server is gone. Returns how many were in the middle. */
async function signUpMany(
  server: Server,
  addresses: string[],
  signedUp: Person[],
  then: () => unknown,
): Promise<number> {
  let interrupted = 0
  const one = async (): Promise<void> => {
    const email = interrupted > 0 || addresses.length <= 1 ? undefined : addresses.shift()
    if (email === undefined) return
    try {
      signedUp.push(await signUpAt(server, email))
      then()
    } catch (error) {
      // A broken connection is expected once the server has been killed, and a fault before.
      if (!server.child.killed) throw error
      interrupted += 1
    }
    return one()
  }
  await Promise.all(Array.from({ length: AT_ONCE }, one))
  return interrupted
}

function halfAccounts(dataDir: string) {
  const database = new BetterSqlite(join(dataDir, 'latchkey.sqlite'), { readonly: true })
  onTestFinished(() => void database.close())
  const count = (sql: string) => database.prepare(`select count(*) from ${sql}`).pluck().get()
  return {
    integrity: database.pragma('integrity_check', { simple: true }),
    dangling: database.prepare('select count(*) from pragma_foreign_key_check').pluck().get(),
    withoutEmail: count('users where not exists (select 1 from emails where user_id = users.id and is_primary = 1)'),
    withoutPasskey: count('users where not exists (select 1 from passkeys where user_id = users.id)'),
    withoutEvent: count("users where id not in (select user_id from events where kind = 'account_created')"),
    eventsOfNobody: count('events where user_id not in (select id from users)'),
    withoutPerson: count('sessions where not exists (select 1 from users where id = sessions.user_id)'),
  }
}
