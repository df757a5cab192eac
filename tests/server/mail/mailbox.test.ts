import { expect, test } from 'vitest'
import { mailboxTransport } from '#server/mail/transports/mailbox.ts'
import { letterOf } from '#server/mail/outbox/letter-of.ts'
import { renderLetter } from '#server/mail/render.ts'
import { desk, sample } from '#tests/server/mail/samples.ts'

test('the mailbox accepts every letter and logs its id, never its code or its recipient', async () => {
  const entries: unknown[] = []
  const letter = sample('sign-up-code')
  const rendered = renderLetter(desk, letter)
  await mailboxTransport(
    (...entry) => entries.push(entry),
    (row) => renderLetter(desk, letterOf(row)),
  ).send({ id: letter.id, to: letter.to, ...rendered })

  expect(entries).toEqual([
    [
      'info',
      'A letter is in the mailbox',
      { id: letter.id, subject: 'Your sign-up code · Latchkey', place: '/mailbox' },
    ],
  ])
  for (const secret of [rendered.code, letter.to]) expect(JSON.stringify(entries)).not.toContain(secret)
})
