import { type AuthenticatorApp, expect, type Page, type Person } from '#tests/kit/test.ts'

const PASSWORD = 'four quiet herons by the weir'

/** Turns an authenticator app on and sets a password, through the pages. */
export async function equip(page: Page, person: Person): Promise<AuthenticatorApp> {
  const app = await person.setUpApp()
  await page.getByRole('button', { name: 'Set a password' }).click()
  const dialog = page.getByRole('dialog', { name: 'Set a password' })
  await dialog.getByLabel('New password', { exact: true }).fill(PASSWORD)
  await dialog.locator('button[type=submit]').click()
  await expect(dialog).toBeHidden()
  return app
}

/** Signs in with the password and a code of the app. */
export async function signInByPassword(page: Page, email: string, app: AuthenticatorApp): Promise<void> {
  await page.goto('/sign-in/password')
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('heading', { name: 'One more code' })).toBeVisible()
  await page.getByRole('textbox').fill(await app.freshCode())
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).toHaveURL(/\/account$/)
}
