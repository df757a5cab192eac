import type { Device } from './device.ts'
import type { Mailbox } from './mailbox.ts'
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
