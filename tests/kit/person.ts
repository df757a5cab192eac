import { expect, type Locator, type Page } from '@playwright/test'
import { type AuthenticatorApp, authenticatorApp } from './authenticator-app.ts'
import type { Clock } from './clock.ts'
import type { Mailbox } from './mailbox.ts'
import type { Passkeys } from './passkeys.ts'
import type { KitWords } from './words.ts'

/** A person in one browser. Every step uses the pages, as a person would. */
export type Person = {
  email: string
  page: Page
  /** The device in this browser. */
  passkeys: Passkeys
  /** The same person in another browser: no cookies, an empty device. */
  elsewhere: () => Promise<Person>

  /** Makes the account: code by mail, then a passkey. */
  signUp: () => Promise<void>
  /** Proves the mailbox, up to the step that makes the passkey. */
  proveMailbox: () => Promise<void>
  signOut: () => Promise<void>
  /** Signs in by the button, past a pending autofill request. */
  signIn: () => Promise<void>
  /** Presses that button, and does not wait. */
  pressSignIn: () => Promise<void>
  /** Signs in by the list under the field. */
  signInByAutofill: () => Promise<void>
  /** Answers the dialog that asks for a confirmation. */
  confirm: () => Promise<void>

  /** Turns an authenticator app on, and returns it. */
  setUpApp: () => Promise<AuthenticatorApp>
  /** Makes backup codes, and returns them. */
  makeBackupCodes: () => Promise<string[]>

  /** Begins a recovery as in a new tab: address, then a fresh code, up to the choice of what is possible now. */
  openRecovery: () => Promise<void>
  /** Starts the 24-hour wait. */
  startRecovery: () => Promise<void>
  /** Makes the new passkey, once the wait is over, and returns the new backup codes. */
  finishRecovery: () => Promise<string[]>
}

type Place = {
  latchkey: string
  mailbox: Mailbox
  clock: Clock
  words: KitWords
  elsewhere: () => Promise<{ page: Page; passkeys: Passkeys }>
}

/** A person who has done nothing yet, in a browser with a device. */
export function personAt(place: Place, { email, page, passkeys }: Pick<Person, 'email' | 'page' | 'passkeys'>): Person {
  const { latchkey, mailbox, words } = place
  const open = (path: string) => page.goto(latchkey + path)
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  const see = (heading: string) => expect(page.getByRole('heading', { name: heading })).toBeVisible()
  const arriveIn = () => expect(page).toHaveURL(`${latchkey}/account`)

  async function askForCode(path: string, letter: string): Promise<void> {
    await open(path)
    await page.getByLabel(words.address).fill(email)
    await press(words.sendCode)
    await page.getByLabel(words.letterCode).fill(await mailbox.code(email, letter))
  }

  const person: Person = {
    email,
    page,
    passkeys,
    elsewhere: async () => personAt(place, { email, ...(await place.elsewhere()) }),

    async signUp() {
      await person.proveMailbox()
      await press(words.createPasskey)
      await see(words.signedUp)
    },
    proveMailbox: () => askForCode('/sign-up', 'sign-up-code'),
    async signOut() {
      await open('/account')
      await page.getByRole('button', { name: words.signOut, exact: true }).locator('visible=true').click()
      await expect(page).toHaveURL(`${latchkey}/signed-out`)
    },
    async signIn() {
      await person.pressSignIn()
      await arriveIn()
    },
    async pressSignIn() {
      await passkeys.leaveAutofill(() => open('/sign-in'))
      await press(words.signInWithPasskey)
    },
    async signInByAutofill() {
      await passkeys.pickFromAutofill(() => open('/sign-in'))
      await arriveIn()
    },
    async confirm() {
      const dialog = page.getByRole('dialog', { name: words.confirmation })
      await dialog.getByRole('button', { name: words.confirmWithPasskey }).click()
      await expect(dialog).toBeHidden()
    },

    async setUpApp() {
      await open('/account/fallbacks')
      await press(words.setUpApp)
      const app = await enrol(page.getByRole('dialog', { name: words.appSetup }), place)
      await expect(page.getByRole('button', { name: words.turnOffApp })).toBeVisible()
      return app
    },
    async makeBackupCodes() {
      await open('/account/fallbacks')
      await press(words.makeCodes)
      return keepCodes(page, words)
    },

    async openRecovery() {
      // A tab remembers the recovery it began, so this uses a new one.
      if (page.url().startsWith(latchkey)) await page.evaluate(() => sessionStorage.clear())
      await askForCode('/recover', 'recovery-code')
    },
    async startRecovery() {
      await person.openRecovery()
      await press(words.startWait)
      await see(words.waiting)
    },
    async finishRecovery() {
      await person.openRecovery()
      await press(words.makeNewPasskey)
      await see(words.recovered)
      const codes = await keepCodes(page, words)
      await arriveIn()
      return codes
    },
  }
  return person
}

async function enrol(dialog: Locator, { clock, words }: Place): Promise<AuthenticatorApp> {
  await expect(dialog.getByRole('img')).toBeVisible()
  const app = authenticatorApp(await dialog.getByText(/^(?:[A-Z2-7]{4} ?){8}$/).innerText(), clock)
  await dialog.getByRole('button', { name: words.next }).click()
  await dialog.getByLabel(words.appCode).fill(await app.freshCode())
  return app
}

/** Reads the codes that are shown this once, and says they are saved. */
async function keepCodes(page: Page, words: KitWords): Promise<string[]> {
  const codes = page.getByRole('region', { name: words.codes }).locator('ol code')
  await expect(codes).toHaveCount(10)
  const written = await codes.allInnerTexts()
  await page.getByLabel(words.codesSaved).check()
  await page.getByRole('button', { name: words.proceed }).click()
  return written
}
