import { expect, test } from 'vitest'
import { browse, newestCode, signUpAt } from '#tests/process/people.ts'
import { startServer } from '#tests/process/server.ts'

test('the mailbox page of the production build shows letters as they are sent', async () => {
  const server = await startServer()
  const client = browse(server)
  await signUpAt(server, 'ada@example.org', client)
  const answer = await fetch(`${server.origin}/mailbox`)
  const page = await answer.text()
  expect(answer.status).toBe(200)
  // The address, the code and the letter's own markup, which goes into a frame.
  const told = ['ada@example.org', await newestCode(client, 'ada@example.org'), String.raw`\u003c!doctype html\u003e`]
  expect(told.filter((text) => text === '' || !page.includes(text))).toEqual([])
  expect(server.said()).not.toContain('"level":"error"')
})
