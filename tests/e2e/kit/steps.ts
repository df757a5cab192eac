import type { Device } from './device.ts'
import { type AuthenticatorApp, authenticatorApp } from './authenticator-app.ts'
import type { Clock, Mailbox } from './mailbox.ts'
import { expect, type Page } from './test.ts'

/** Makes an account in the page, up to the done-checklist. */
export async function signUp(page: Page, mailbox: Mailbox, email: string): Promise<void> {
  await page.goto('/sign-up')
  await page.getByLabel('E-mail address').fill(email)
  await page.getByRole('button', { name: 'Send me a code' }).click()
  await page.getByLabel('Code from the letter').fill(await mailbox.code(email, 'sign-up-code'))
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('button', { name: 'Create a passkey' }).click()
  await expect(page.getByRole('heading', { name: 'You’re in' })).toBeVisible()
}

/** Signs out. */
export async function signOut(page: Page): Promise<void> {
  await page.goto('/account')
  await page.getByRole('button', { name: 'Sign out' }).locator('visible=true').click()
  await expect(page).toHaveURL(/\/$/)
}

/** Signs in by the button, and tells the device to leave the pending autofill request alone. */
export async function signInByButton(page: Page, device: Device): Promise<void> {
  await pressButton(page, device)
  await expect(page).toHaveURL(/\/account$/)
}

/** Presses the button; the device answers what comes after it and not the autofill request from before. */
export async function pressButton(page: Page, device: Device): Promise<void> {
  await device.setPresent(false)
  const armed = page.waitForResponse('**/api/sign-in/options')
  await page.goto('/sign-in')
  await armed
  await page.waitForTimeout(200)
  await device.setPresent(true)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
}

/** Signs in by the list under the field: the device answers the pending request by itself. */
export async function signInByAutofill(page: Page, device: Device): Promise<void> {
  await device.setPresent(true)
  await page.goto('/sign-in')
  await expect(page).toHaveURL(/\/account$/)
}

/** Answers the dialog that asks for a confirmation. */
export async function confirmIt(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Confirm it’s you' })
  await dialog.getByRole('button', { name: 'Confirm with a passkey' }).click()
  await expect(dialog).toBeHidden()
}

/** Turns the authenticator app on, and returns it. */
export async function setUpApp(page: Page, clock: Clock): Promise<AuthenticatorApp> {
  await page.goto('/account/fallbacks')
  await page.getByRole('button', { name: 'Set up an app' }).click()
  const dialog = page.getByRole('dialog', { name: 'Set up an authenticator app' })
  await expect(dialog.getByRole('img')).toBeVisible()
  const app = authenticatorApp(await dialog.getByText(/^(?:[A-Z2-7]{4} ?){8}$/).innerText(), clock)
  await dialog.getByRole('button', { name: 'Next' }).click()
  await dialog.getByLabel('Code from the app').fill(await app.freshCode())
  await dialog.getByRole('button', { name: 'Turn on the app' }).click()
  await expect(page.getByRole('button', { name: 'Turn off the app' })).toBeVisible()
  return app
}

/** Makes backup codes, and returns them. */
export async function makeBackupCodes(page: Page): Promise<string[]> {
  await page.goto('/account/fallbacks')
  await page.getByRole('button', { name: 'Make backup codes' }).click()
  return keepCodes(page)
}

/** Reads the codes that are shown this once, and says they are saved. */
export async function keepCodes(page: Page): Promise<string[]> {
  const codes = page.getByRole('region', { name: 'Backup codes' }).locator('ol code')
  await expect(codes).toHaveCount(10)
  const written = await codes.allInnerTexts()
  await page.getByLabel('I have saved them').check()
  await page.getByRole('button', { name: 'Continue' }).click()
  return written
}

/** Goes through the one door, up to what is possible from there. */
export async function throughTheDoor(page: Page, mailbox: Mailbox, email: string): Promise<void> {
  await page.goto('/recover')
  const before = (await mailbox.letters(email)).filter(({ letter }) => letter === 'recovery-code').length
  await page.getByLabel('E-mail address').fill(email)
  await page.getByRole('button', { name: 'Send me a code' }).click()
  await expect.poll(async () => (await mailbox.letters(email)).filter(({ letter }) => letter === 'recovery-code').length).toBe(before + 1)
  await page.getByLabel('Code from the letter').fill(await mailbox.code(email, 'recovery-code'))
  await page.getByRole('button', { name: 'Continue' }).click()
}
