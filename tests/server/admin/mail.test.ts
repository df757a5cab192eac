import { describe, expect, test } from 'vitest'
import { houseKeep } from '#server/housekeeping.ts'
import type { ShownMail } from '#server/admin/mail/read.ts'
import { readConfig } from '#server/config/config.ts'
import { MailFault } from '#server/mail-transport.ts'
import type { Client } from '#tests/helpers/client.ts'
import { newestLetter } from '#tests/helpers/mailbox.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { makeOwner, signUpWithRole } from '#tests/server/admin/steps.ts'
import { rows } from '#tests/server/passkeys/rows.ts'
import { HOUR, letterNames, MINUTE, stranger } from '#tests/server/second-factor/steps.ts'

const MAIL = '/api/admin/mail'
const look = async (client: Client) => (await client.get(MAIL)).body as unknown as ShownMail

/** Makes the mail server refuse every letter, with its own words. */
function refuseAll(world: TestWorld, words: string, kind?: 'recipient'): () => void {
  const { send } = world.transport
  world.transport.send = async () => {
    throw new MailFault(words, { kind })
  }
  return () => void (world.transport.send = send)
}

describe('the mail of administration', () => {
  test('shows letters that wait with their fault, a masked address and nothing of what they say', async () => {
    const world = makeWorld()
    const { client } = await makeOwner(world)
    await houseKeep(world)
    refuseAll(world, '451 4.7.1 <New@Example.com> try again later')
    await stranger(world).post('/api/sign-up', { email: 'new@example.com' })
    await houseKeep(world)
    const answer = await client.get(MAIL)
    expect((answer.body as unknown as ShownMail).waiting).toEqual([
      {
        id: expect.any(String),
        letter: 'sign-up-code',
        title: 'Your sign-up code',
        to: 'n…@example.com',
        createdAt: world.now(),
        dueAt: world.now() + 5_000,
        attempts: 1,
        fault: '451 4.7.1 <…> try again later',
      },
    ])
    expect(JSON.stringify(answer.body)).not.toMatch(/new@example|\d{6}"/i)
  })

  test('shows letters that were given up, and the way out without a secret', async () => {
    const world = makeWorld()
    const { client } = await makeOwner(world)
    const smtp = {
      SMTP_HOST: 'mail.example.com',
      SMTP_TLS: 'starttls',
      SMTP_USER: 'me',
      SMTP_PASSWORD: 'hidden',
      MAIL_FROM: 'Latchkey <latchkey@example.com>',
    }
    world.config = { ...world.config, mail: readConfig(smtp).mail }
    refuseAll(world, '550 no such mailbox', 'recipient')
    await stranger(world).post('/api/sign-up', { email: 'new@example.com' })
    await houseKeep(world)
    const seen = await look(client)
    expect(seen.way).toEqual({
      by: 'smtp',
      host: 'mail.example.com',
      port: 587,
      from: 'Latchkey <latchkey@example.com>',
    })
    expect(seen.givenUp).toContainEqual(
      expect.objectContaining({ letter: 'sign-up-code', fault: '550 no such mailbox' }),
    )
    expect(JSON.stringify(seen)).not.toContain('hidden')
  })

  test('sends a test letter to the administrator, five an hour', async () => {
    const world = makeWorld()
    const { client, email } = await signUpWithRole(world, 'admin')
    for (let time = 0; time < 5; time += 1) expect((await client.post(`${MAIL}/test`)).status).toBe(204)
    expect(await client.post(`${MAIL}/test`)).toMatchObject({ status: 429, body: { code: 'too_many_attempts' } })
    await houseKeep(world)
    expect((await letterNames(world, email)).filter((name) => name === 'test-letter')).toHaveLength(5)
    expect((await newestLetter(world, email)).subject).toContain('A test')
  })

  test('lets refused letters be sent again at once, and leaves those that are being sent or wait on purpose', async () => {
    const world = makeWorld()
    const owner = await makeOwner(world)
    await houseKeep(world)
    const mend = refuseAll(world, '451 try again later')
    await stranger(world).post('/api/sign-up', { email: 'new@example.com' })
    for (let time = 0; time < 4; time += 1) {
      await houseKeep(world)
      world.turnClock(10 * MINUTE)
    }
    mend()
    const [waits] = (await look(owner.client)).waiting
    await world.db.transaction((tx) =>
      tx.run('update outbox set due_at = ? where id = ?', tx.now + HOUR, waits?.id ?? ''),
    )
    await world.db.transaction((tx) =>
      tx.run(
        `insert into outbox (id, recipient, language, letter, params, created_at, due_at, gathered, urgent, seq)
         values ('gathered', 'ada@example.com', 'en', 'test-letter', '{}', ?, ?, 1, 0, 1000)`,
        tx.now,
        tx.now + 15 * MINUTE,
      ),
    )
    expect(await owner.client.post(`${MAIL}/retry`)).toMatchObject({ status: 200, body: { retried: 1 } })
    expect(await rows(world, 'select id from outbox where due_at = ?', world.now())).toHaveLength(1)
    expect(await owner.client.post(`${MAIL}/retry`)).toMatchObject({ status: 200, body: { retried: 0 } })
    expect(await rows(world, "select 1 from admin_events where act = 'letters_retried'")).toHaveLength(2)
    await houseKeep(world)
    expect((await look(owner.client)).waiting.map(({ id }) => id)).toEqual(['gathered'])
  })
})
