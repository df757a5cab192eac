import { expect, test } from './test.ts'

const PASSWORD = 'four quiet herons by the weir'

test('V6.3.3 a password is set, needs a code at sign-in, and is removed with the authenticator app', async ({
  page,
  person,
  mailbox,
}) => {
  await page.goto('/account/fallbacks')
  await expect(page.getByText('You can set one once your authenticator app is on.')).toBeVisible()
  const app = await person.setUpApp()

  await page.getByRole('button', { name: 'Set a password' }).click()
  const dialog = page.getByRole('dialog', { name: 'Set a password' })
  await dialog.getByLabel('New password', { exact: true }).fill('123456789012')
  await dialog.locator('button[type=submit]').click()
  await expect(dialog.getByText(/attackers try first|about you/).first()).toBeVisible()
  await dialog.getByLabel('New password', { exact: true }).fill(PASSWORD)
  await dialog.locator('button[type=submit]').click()
  await expect(dialog).toBeHidden()
  await mailbox.wait(person.email, 'password-set')

  await person.signOut()
  await page.goto('/sign-in/password')
  await page.getByLabel('E-mail address').fill(person.email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('heading', { name: 'One more code' })).toBeVisible()
  expect((await page.request.get('/api/session')).status(), 'half a sign-in opens nothing').toBe(401)
  await page.getByRole('textbox').fill(await app.freshCode())
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).toHaveURL(/\/account$/)

  await page.goto('/account/fallbacks')
  await page.getByRole('button', { name: 'Turn off the app' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Turn (it|the app) off$|^Turn off/ })
    .click()
  await expect(page.getByText('You can set one once your authenticator app is on.')).toBeVisible()
  await mailbox.wait(person.email, 'password-removed')
})

test('M3 a person adds an address, makes it primary, removes the older one and brings it back', async ({
  page,
  person,
  passkeys,
  mailbox,
}) => {
  expect(await passkeys.list()).toHaveLength(1)
  const second = `second-${person.email}`
  await page.goto('/account/emails')
  await page.getByRole('button', { name: 'Add an address' }).click()
  await page.getByRole('dialog').getByLabel('E-mail address').fill(second)
  await page.getByRole('dialog').locator('button[type=submit]').click()
  await page.getByLabel('Code from the e-mail').fill(await mailbox.code(second, 'email-code'))
  const list = page.getByRole('list', { name: 'Your addresses' })
  await expect(list.getByRole('listitem')).toHaveCount(2)
  await mailbox.wait(person.email, 'email-added')

  await page.getByRole('button', { name: `Make primary: ${second}` }).click()
  await page.getByRole('dialog', { name: 'Make this your primary address?' }).getByRole('button').last().click()
  await expect(list.getByRole('listitem').first()).toContainText(second)

  await page.getByRole('button', { name: `Remove ${person.email}` }).click()
  await page.getByRole('dialog', { name: 'Remove this address?' }).getByRole('button').last().click()
  await expect(list.getByRole('listitem')).toHaveCount(1)
  await mailbox.wait(person.email, 'email-removed')
  await page.getByRole('button', { name: `Bring back ${person.email}` }).click()
  await expect(list.getByRole('listitem')).toHaveCount(2)
  await mailbox.wait(person.email, 'email-restored')
})

test('§6.3 U27 sensitive actions ask for a confirmation after ten minutes, and accept a backup code', async ({
  page,
  person,
  passkeys,
  clock,
}) => {
  await person.makeBackupCodes()
  await clock.jump({ minutes: 11 })
  await page.goto('/account/data')
  await page.getByRole('button', { name: /download/i }).click()
  const download = page.waitForEvent('download')
  await person.confirm()
  expect((await download).suggestedFilename()).toBe('latchkey-export.json')
  expect(await passkeys.list()).toHaveLength(1)
})

test('signing in cancels the deletion of an account', async ({ page, person, mailbox, clock }) => {
  await page.goto('/account/data')
  await page.getByRole('button', { name: /^Delete/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete your account?' })
  await dialog.getByRole('textbox').fill('DELETE')
  await dialog.locator('button[type=submit]').click()
  await mailbox.wait(person.email, 'account-deletion-started')
  await expect(page).toHaveURL(/\/goodbye$/)
  expect((await page.request.get('/api/session')).status()).toBe(401)

  await clock.jump({ days: 6 })
  await person.signInByAutofill()
  await mailbox.wait(person.email, 'account-deletion-undone')
  await clock.jump({ days: 2 })
  expect((await page.request.get('/api/session')).status()).toBe(200)
})
