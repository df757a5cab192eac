import { expect, test } from './test.ts'

test('U6 U10 a cancelled sign-in shows no error, and the page still works', async ({ page, person, passkeys }) => {
  await person.signOut()
  await passkeys.setUserVerified(false)
  await person.pressSignIn()
  await expect(page.getByText('No passkey was used.')).toBeVisible()
  await expect(page.getByRole('alert').filter({ hasText: /./ })).toHaveCount(0)
  expect(await passkeys.list(), 'a failed check signals nothing away').toHaveLength(1)

  await passkeys.setUserVerified(true)
  await person.signIn()
})

test('U6 a cancelled sign-up can be tried again at once', async ({ page, newcomer, passkeys }) => {
  await passkeys.setUserVerified(false)
  await newcomer.proveMailbox()
  await page.getByRole('button', { name: 'Create a passkey' }).click()
  await expect(page.getByRole('button', { name: 'Create a passkey' })).toBeEnabled()

  await passkeys.setUserVerified(true)
  await page.getByRole('button', { name: 'Create a passkey' }).click()
  await expect(page.getByRole('heading', { name: 'You’re in' })).toBeVisible()
})

test('U8 a browser without passkeys gets an explanation and no dead button', async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'PublicKeyCredential')
  })
  for (const path of ['/sign-in', '/sign-up']) {
    await page.goto(path)
    await expect(page.getByRole('main')).toContainText(/browser/i)
    await expect(page.getByRole('button', { name: /passkey|code/i })).toHaveCount(0)
  }
})

test('U5 a sign-in page that was open for an hour still takes a passkey, by autofill', async ({
  page,
  person,
  passkeys,
  clock,
}) => {
  await person.signOut()
  await page.clock.install()
  await passkeys.leaveAutofill(() => page.goto('/sign-in'))

  await clock.jump({ hours: 1 })
  await passkeys.pickFromAutofill(() => page.clock.fastForward(3_600_000))
  await expect(page).toHaveURL(/\/account$/)
})

test('U5 a sign-in page that was open for an hour still takes a passkey, by the button', async ({
  page,
  person,
  passkeys,
  clock,
}) => {
  await person.signOut()
  await passkeys.leaveAutofill(() => page.goto('/sign-in'))

  await clock.jump({ hours: 1 })
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await expect(page).toHaveURL(/\/account$/)
})

test('V14.3.1 the Back button shows no page of the account after signing out', async ({ page, person }) => {
  await page.goto('/account')
  await expect(page.getByRole('main')).toContainText(person.email)
  await person.signOut()
  await page.goBack()
  await expect(page).toHaveURL(/\/sign-in/)
  await expect(page.locator('body')).not.toContainText(person.email)
})
