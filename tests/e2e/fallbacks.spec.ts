import { confirmIt, makeBackupCodes, setUpApp, signOut, signUp } from './kit/steps.ts'
import { expect, test } from './kit/test.ts'

const PASSWORD = 'four quiet herons by the weir'

test('a password beside the app: set, used with a code, and gone when the app goes', async ({ page, device, mailbox, clock, email }) => {
  await signUp(page, mailbox, email)
  await page.goto('/account/fallbacks')
  await expect(page.getByText('You can set one once your authenticator app is on.')).toBeVisible()
  const app = await setUpApp(page, clock)

  await page.getByRole('button', { name: 'Set a password' }).click()
  const dialog = page.getByRole('dialog', { name: 'Set a password' })
  await dialog.getByLabel('New password', { exact: true }).fill('123456789012')
  await dialog.locator('button[type=submit]').click()
  await expect(dialog.getByText(/tried first|belong to you/).first()).toBeVisible()
  await dialog.getByLabel('New password', { exact: true }).fill(PASSWORD)
  await dialog.locator('button[type=submit]').click()
  await expect(dialog).toBeHidden()
  await mailbox.wait(email, 'password-set')

  await device.setPresent(false)
  await signOut(page)
  await page.goto('/sign-in/password')
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('heading', { name: 'One more code' })).toBeVisible()
  expect((await page.request.get('/api/session')).status(), 'half a sign-in opens nothing').toBe(401)
  await page.getByRole('textbox').fill(await app.freshCode())
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).toHaveURL(/\/account$/)

  await page.goto('/account/fallbacks')
  await page.getByRole('button', { name: 'Turn off the app' }).click()
  await page.getByRole('dialog').getByRole('button', { name: /^Turn (it|the app) off$|^Turn off/ }).click()
  await expect(page.getByText('You can set one once your authenticator app is on.')).toBeVisible()
  await mailbox.wait(email, 'password-removed')
})

test('an address is added by its code, made primary, and the change undone from the older one', async ({ page, device, mailbox, email, browser, server }) => {
  await signUp(page, mailbox, email)
  expect(await device.passkeys()).toHaveLength(1)
  const second = `second-${email}`
  await page.goto('/account/emails')
  await page.getByRole('button', { name: 'Add an address' }).click()
  await page.getByRole('dialog').getByLabel('E-mail address').fill(second)
  await page.getByRole('dialog').locator('button[type=submit]').click()
  await page.getByLabel('Code from the letter').fill(await mailbox.code(second, 'email-code'))
  await page.getByRole('dialog').locator('button[type=submit]').click()
  const list = page.getByRole('list', { name: 'Your addresses' })
  await expect(list.getByRole('listitem')).toHaveCount(2)
  await mailbox.wait(email, 'email-added')

  await page.getByRole('button', { name: `Make primary: ${second}` }).click()
  await page.getByRole('dialog', { name: 'Make this your primary address?' }).getByRole('button').last().click()
  await expect(list.getByRole('listitem').first()).toContainText(second)
  const { link = '' } = await mailbox.wait(email, 'email-promoted')

  const owner = await (await browser.newContext({ baseURL: server.origin })).newPage()
  await owner.goto(link)
  await owner.getByRole('textbox').fill('UNDO')
  await owner.getByRole('button').last().click()
  await mailbox.wait(email, 'email-restored')
  expect((await page.request.get('/api/session')).status()).toBe(401)
  await owner.context().close()
})

test('sensitive things ask again after ten minutes, and a backup code will do', async ({ page, device, mailbox, clock, email }) => {
  await signUp(page, mailbox, email)
  await makeBackupCodes(page)
  await clock.advance(11 * 60)
  await page.goto('/account/data')
  await page.getByRole('button', { name: /download/i }).click()
  const download = page.waitForEvent('download')
  await confirmIt(page)
  expect((await download).suggestedFilename()).toBe('latchkey-export.json')
  expect(await device.passkeys()).toHaveLength(1)
})

test('an account that is to be deleted comes back by signing in', async ({ page, device, mailbox, clock, email }) => {
  await signUp(page, mailbox, email)
  await page.goto('/account/data')
  await page.getByRole('button', { name: /^Delete/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete your account?' })
  await dialog.getByRole('textbox').fill('DELETE')
  await dialog.locator('button[type=submit]').click()
  await mailbox.wait(email, 'account-deletion-started')
  await expect(page).toHaveURL(/\/goodbye$/)
  expect((await page.request.get('/api/session')).status()).toBe(401)

  await clock.advance(6 * 86_400)
  await device.setPresent(true)
  await page.goto('/sign-in')
  await expect(page).toHaveURL(/\/account$/)
  await mailbox.wait(email, 'account-deletion-undone')
  await clock.advance(2 * 86_400)
  expect((await page.request.get('/api/session')).status()).toBe(200)
})
