import { randomUUID } from 'node:crypto'
import { test as base, type BrowserContext } from '@playwright/test'
import { type Clock, clockOf } from './clock.ts'
import { type Mailbox, mailboxOf } from './mailbox.ts'
import { type DeviceKind, type Passkeys, plugIn } from './passkeys.ts'
import { type Person, personAt } from './person.ts'
import { type KitWords, WORDS } from './words.ts'

export { expect, type Page } from '@playwright/test'
export { type AuthenticatorApp, authenticatorApp } from './authenticator-app.ts'
export { plugIn }
export type { Clock, DeviceKind, Mailbox, Passkeys, Person }
export type { Letter } from './mailbox.ts'
export type { Passkey } from './passkeys.ts'
export type { KitWords }

/** Set under `use` in the configuration. */
export type KitOptions = {
  /** Where a Latchkey runs in testing mode, when it is not the `baseURL`. */
  latchkey: string | undefined
  /** The kind of virtual device, when it should not be the best that the browser has. */
  deviceKind: DeviceKind | undefined
}

type Fixtures = {
  mailbox: Mailbox
  clock: Clock
  /** The device in the page. */
  passkeys: Passkeys
  /** A person with an address and a device, and no account yet. */
  newcomer: Person
  /** The same, signed up and signed in. */
  person: Person
  /** The origin of the Latchkey that is tested. */
  origin: string
  /** The address that the newcomer signs up with. */
  address: string
  /** The texts on the pages, for browsers that do not read English. */
  words: KitWords
}

/** Playwright's test, with what a story about passkeys needs. */
export const test = base.extend<Fixtures & KitOptions>({
  latchkey: [undefined, { option: true }],
  deviceKind: [undefined, { option: true }],
  origin: ({ latchkey, baseURL }, use) => use(new URL(latchkey ?? baseURL ?? 'http://localhost:3000').origin),
  address: ({}, use) => use(`${randomUUID().slice(-12)}@example.com`),
  words: ({}, use) => use(WORDS),
  mailbox: ({ request, origin }, use) => use(mailboxOf(request, origin)),
  clock: async ({ request, origin }, use) => {
    const clock = clockOf(request, origin)
    await use(clock)
    await clock.turnBack()
  },
  passkeys: async ({ page, deviceKind }, use) => use(await plugIn(page, { kind: deviceKind })),
  newcomer: async ({ page, passkeys, deviceKind, mailbox, clock, origin, words, address, browser }, use) => {
    const opened: BrowserContext[] = []
    const elsewhere = async () => {
      const context = await browser.newContext()
      opened.push(context)
      const other = await context.newPage()
      return { page: other, passkeys: await plugIn(other, { kind: deviceKind }) }
    }
    await use(personAt({ latchkey: origin, mailbox, clock, words, elsewhere }, { email: address, page, passkeys }))
    for (const context of opened) await context.close()
  },
  person: async ({ newcomer }, use) => {
    await newcomer.signUp()
    await use(newcomer)
  },
})
