import { pressButton, signInByButton, signOut, signUp } from './kit/steps.ts'
import { expect, test } from './kit/test.ts'

test('a cancelled sign-in is quiet, and the page still works', async ({ page, device, mailbox, email }) => {
  await signUp(page, mailbox, email)
  await signOut(page)
  await device.setUserVerified(false)
  await pressButton(page, device)
  await expect(page.getByText('Your device will ask for your fingerprint, face or screen lock.')).toBeVisible()
  await expect(page.getByRole('alert').filter({ hasText: /./ })).toHaveCount(0)
  expect(await device.passkeys(), 'a failed check signals nothing away').toHaveLength(1)

  await device.setUserVerified(true)
  await signInByButton(page, device)
})

test('a cancelled sign-up can be tried again at once', async ({ page, device, mailbox, email }) => {
  await device.setUserVerified(false)
  await page.goto('/sign-up')
  await page.getByLabel('E-mail address').fill(email)
  await page.getByRole('button', { name: 'Send me a code' }).click()
  await page.getByLabel('Code from the letter').fill(await mailbox.code(email, 'sign-up-code'))
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('button', { name: 'Create a passkey' }).click()
  await expect(page.getByRole('button', { name: 'Create a passkey' })).toBeEnabled()

  await device.setUserVerified(true)
  await page.getByRole('button', { name: 'Create a passkey' }).click()
  await expect(page.getByRole('heading', { name: 'You’re in' })).toBeVisible()
})

test('a browser without passkeys is told so, and finds no dead button', async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'PublicKeyCredential')
  })
  for (const path of ['/sign-in', '/sign-up']) {
    await page.goto(path)
    await expect(page.getByRole('main')).toContainText(/browser/i)
    await expect(page.getByRole('button', { name: /passkey|code/i })).toHaveCount(0)
  }
})

test('a sign-in page that was open for an hour still takes a passkey, by autofill', async ({ page, device, mailbox, clock, email }) => {
  await signUp(page, mailbox, email)
  await signOut(page)
  await device.setPresent(false)
  await page.clock.install()
  const armed = page.waitForResponse('**/api/sign-in/options')
  await page.goto('/sign-in')
  await armed
  await page.waitForTimeout(200)

  await clock.advance(3_600)
  await device.setPresent(true)
  await page.clock.fastForward(3_600_000)
  await expect(page).toHaveURL(/\/account$/)
})

test('a sign-in page that was open for an hour still takes a passkey, by the button', async ({ page, device, mailbox, clock, email }) => {
  await signUp(page, mailbox, email)
  await signOut(page)
  await device.setPresent(false)
  const armed = page.waitForResponse('**/api/sign-in/options')
  await page.goto('/sign-in')
  await armed
  await page.waitForTimeout(200)

  await clock.advance(3_600)
  await device.setPresent(true)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await expect(page).toHaveURL(/\/account$/)
})

test('signing out leaves nothing behind the Back button', async ({ page, device, mailbox, email }) => {
  await signUp(page, mailbox, email)
  await page.goto('/account')
  await expect(page.getByRole('main')).toContainText(email)
  await device.setPresent(false)
  await signOut(page)
  await page.goBack()
  await expect(page).toHaveURL(/\/sign-in/)
  await expect(page.locator('body')).not.toContainText(email)
})
