import { expect, type Page, test as kit } from '#tests/kit/test.ts'
import { type Server, startServer } from './server.ts'
import { signUpByRequests } from './sign-up.ts'

export { expect, type Page, plugIn } from '#tests/kit/test.ts'

type Options = {
  /** Signs `person` up through the pages, for tests of that. By requests it takes a tenth of the time. */
  throughPages: boolean
  /** Console errors that the test itself causes. */
  tolerated: RegExp | undefined
}

/** The testers' kit with a server of its worker, and pages that write no error. */
export const test = kit.extend<Options, { server: Server }>({
  throughPages: [false, { option: true }],
  tolerated: [undefined, { option: true }],
  server: [
    async ({}, use) => {
      const server = await startServer()
      await use(server)
      await server.stop()
    },
    { scope: 'worker' },
  ],
  baseURL: ({ server }, use) => use(server.origin),
  person: async ({ newcomer, throughPages, mailbox, origin }, use) => {
    await (throughPages ? newcomer.signUp() : signUpByRequests(newcomer, mailbox, origin))
    await use(newcomer)
  },
  page: async ({ page, tolerated }, use) => {
    const faults: string[] = []
    watchErrors(page, faults, tolerated)
    await use(page)
    expect(faults, 'the page wrote errors to the console').toEqual([])
  },
})

/** Collects the errors that a page throws or writes to its console. */
export function watchErrors(page: Page, faults: string[], tolerated: RegExp | undefined): void {
  page.on('pageerror', (error) => faults.push(String(error)))
  page.on('console', (message) => {
    // A refused request is part of many stories; the browser logs each by itself.
    if (
      message.type() === 'error' &&
      !message.text().startsWith('Failed to load resource') &&
      !tolerated?.test(message.text())
    )
      faults.push(message.text())
  })
}
