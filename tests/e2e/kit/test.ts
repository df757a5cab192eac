import { test as base, expect, type Page } from '@playwright/test'
import { type Device, plugIn } from './device.ts'
import { type Clock, clockOf, type Mailbox, mailboxOf } from './mailbox.ts'
import { type Server, startServer } from './server.ts'

export { expect }
export type { Page }

type Fixtures = { mailbox: Mailbox; clock: Clock; device: Device; email: string }

/** A test with a server of its worker, that server's mailbox and clock, and a device plugged into the page. */
export const test = base.extend<Fixtures, { server: Server }>({
  server: [
    async ({}, use) => {
      const server = await startServer()
      await use(server)
      await server.stop()
    },
    { scope: 'worker' },
  ],
  baseURL: ({ server }, use) => use(server.origin),
  mailbox: ({ request, server }, use) => use(mailboxOf(request, server.origin)),
  clock: async ({ request, server }, use) => {
    const clock = clockOf(request, server.origin)
    let turned = 0
    await use({
      async advance(seconds) {
        turned += seconds
        return clock.advance(seconds)
      },
    })
    await clock.advance(-turned)
  },
  email: ({}, use, { testId, repeatEachIndex }) => use(`${testId.slice(-12)}-${repeatEachIndex}@example.com`),
  device: async ({ page }, use) => use(await plugIn(page)),
  page: async ({ page }, use) => {
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(String(error)))
    page.on('console', (message) => {
      // A refused request is part of many stories; the browser logs each by itself.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) faults.push(message.text())
    })
    await use(page)
    expect(faults, 'the page wrote errors to the console').toEqual([])
  },
})
