import { expect, test } from 'vitest'
import { browse, newestCode, signUpAt } from '#tests/process/people.ts'
import { startServer } from '#tests/process/server.ts'

test('the built page of the mailbox shows letters, rendered as they are sent', async () => {
  const server = await startServer()
  const client = browse(server)
  await signUpAt(server, 'ada@example.org', client)
  const answer = await fetch(`${server.origin}/mailbox`)
  const page = await answer.text()
  expect(answer.status).toBe(200)
  // Its address, its code, and its own markup, which goes into a frame.
  const told = ['ada@example.org', await newestCode(client, 'ada@example.org'), String.raw`\u003c!doctype html\u003e`]
  expect(told.filter((text) => text === '' || !page.includes(text))).toEqual([])
  expect(server.said()).not.toContain('"level":"error"')
})
