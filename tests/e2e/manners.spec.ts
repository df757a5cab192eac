import { expect, type Page, plugIn, test } from './test.ts'

const BUTTON = 'Sign in with a passkey'

test('U1 U2 the field is visible at once, labelled, focused and ready for passkeys, and no dialog opens by itself', async ({
  page,
  person,
  passkeys,
}) => {
  await person.signOut()
  await passkeys.leaveAutofill(() => page.goto('/sign-in'))
  const field = page.getByLabel('E-mail address')
  await expect(field).toBeFocused()
  await expect(field).toHaveAttribute('autocomplete', 'username webauthn')
  // The device answers every dialog, so one that opened by itself would have signed in.
  await page.waitForTimeout(500)
  await expect(page).toHaveURL(/\/sign-in$/)
})

test('U3 fault U6 a cancelled dialog gets a quiet hint, and the field offers passkeys again', async ({
  page,
  person,
  passkeys,
}) => {
  await person.signOut()
  await passkeys.leaveAutofill(() => page.goto('/sign-in'))
  await passkeys.setUserVerified(false)
  await passkeys.leaveAutofill(() => page.getByRole('button', { name: BUTTON }).click())
  await expect(page.getByRole('status').filter({ hasText: 'No passkey was used.' })).toBeVisible()
  await expect(page.getByRole('alert').filter({ hasText: /./ })).toHaveCount(0)
  await passkeys.setUserVerified(true)
  await person.signInByAutofill()
})

test('fault U18 Enter in the address field asks for the passkey, with and without an address', async ({
  page,
  person,
  passkeys,
}) => {
  await person.signOut()
  for (const address of ['', person.email]) {
    await passkeys.leaveAutofill(() => page.goto('/sign-in'))
    const field = page.getByLabel('E-mail address')
    await field.fill(address)
    await field.press('Enter')
    await expect(page).toHaveURL(/\/account$/)
    await page.context().clearCookies()
  }
})

test('U4 leaving the page ends its request without errors, and coming back begins another', async ({
  page,
  person,
  passkeys,
}) => {
  await person.signOut()
  await passkeys.leaveAutofill(() => page.goto('/sign-in'))
  await page.getByRole('link', { name: 'Create an account' }).click()
  await expect(page).toHaveURL(/\/sign-up/)
  await passkeys.pickFromAutofill(() => page.goBack())
  await expect(page).toHaveURL(/\/account$/)
})

test('U7 U18 fault U20 a device that already has a passkey gets good news and the next step, and keeps one passkey', async ({
  page,
  person,
  passkeys,
}) => {
  expect(person.email).toContain('@')
  await page.goto('/account/passkeys')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await expect(
    page.getByRole('status').filter({ hasText: 'This device already has a passkey for your account' }),
  ).toContainText('choose a phone, a security key or another device')
  await expect(page.getByRole('alert').filter({ hasText: /./ })).toHaveCount(0)
  expect(await passkeys.list()).toHaveLength(1)
})

test('U9 a passkey removed from the account is also removed from the device', async ({
  page,
  person,
  passkeys,
  mailbox,
}) => {
  const first = await passkeys.sole()
  await passkeys.unplug()
  const second = await plugIn(page)
  await page.goto('/account/passkeys')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await mailbox.wait(person.email, 'passkey-added')
  const list = page.getByRole('list', { name: 'Your passkeys' })
  await expect(list.getByRole('listitem')).toHaveCount(2)
  const added = await second.sole()
  expect(added.id).not.toBe(first.id)

  // The removal needs the passkey of the sign-up, because no other has settled.
  await second.unplug()
  const back = await plugIn(page)
  await back.add(first)
  await list
    .getByRole('listitem')
    .first()
    .getByRole('button', { name: /^Remove/ })
    .click()
  await page.getByRole('button', { name: 'Remove this passkey' }).click()
  await expect(list.getByRole('listitem')).toHaveCount(1)
  await expect.poll(() => back.list()).toHaveLength(0)
})

test('fault U4 removing the only passkey says what follows, and that it is gone', async ({ page, person }) => {
  await person.makeBackupCodes()
  await page.goto('/account/passkeys')
  await page.getByRole('button', { name: /^Remove / }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('This is your only passkey.')
  await expect(dialog).toContainText('add another passkey first')
  await dialog.getByRole('button', { name: 'Remove this passkey' }).click()
  await expect(page.getByText('was removed. We also sent you an e-mail about it.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'No passkeys yet' })).toBeVisible()
})

test('U11 a passkey that the server finally refuses does not stay on the device', async ({
  page,
  newcomer,
  passkeys,
}) => {
  await newcomer.proveMailbox()
  await page.route('**/api/sign-up/passkey', async (route) => {
    const body = route.request().postDataJSON() as { credential: { rawId: string } }
    await route.continue({ postData: { ...body, credential: { ...body.credential, rawId: 'AAAAAAAAAAAAAAAAAAAAAA' } } })
  })
  const answered = page.waitForResponse('**/api/sign-up/passkey')
  await page.getByRole('button', { name: 'Create a passkey' }).click()
  expect((await answered).status()).toBe(422)
  await expect.poll(() => passkeys.list()).toHaveLength(0)
})

test('U13 U17 the list shows where a passkey is stored and when it was used, and suggests a second one until dismissed', async ({
  page,
  person,
}) => {
  await page.goto('/account/passkeys')
  const [row] = await page.getByRole('list', { name: 'Your passkeys' }).getByRole('listitem').all()
  await expect(row ?? page.locator('nothing')).toContainText(/On all devices.*Created .*never used to sign in/s)
  const hint = page.getByText('This is your only passkey')
  await expect(hint).toBeVisible()
  await page.getByRole('button', { name: 'Got it' }).click()
  await expect(hint).toBeHidden()
  await page.reload()
  await expect(page.getByRole('list', { name: 'Your passkeys' })).toBeVisible()
  await expect(hint).toBeHidden()

  await person.signOut()
  await person.signIn()
  await page.goto('/account/passkeys')
  await expect(page.getByRole('list', { name: 'Your passkeys' })).toContainText(
    /Last used .* · Chrome on Linux · (127\.0\.0\.1|::1)/,
  )
})

test('U24 a live region announces the dialog before it opens, and the keyboard is enough', async ({
  page,
  person,
  passkeys,
}) => {
  await person.signOut()
  await passkeys.leaveAutofill(() => page.goto('/sign-in'))
  await expect(
    page.getByRole('status').filter({ hasText: 'Your device will ask for your fingerprint, face or screen lock.' }),
  ).toBeVisible()
  await pressWith(page, BUTTON)
  await expect(page).toHaveURL(/\/account$/)
})

test('U27 a confirmation offers a passkey first and codes beside it, and asks for no name', async ({
  page,
  person,
  clock,
}) => {
  // Codes confirm only sessions that began after them.
  await person.makeBackupCodes()
  await person.signOut()
  await person.signIn()
  await clock.jump({ minutes: 11 })
  await page.goto('/account/data')
  await page.getByRole('button', { name: /download/i }).click()
  const dialog = page.getByRole('dialog', { name: 'Confirm it’s you' })
  await expect(dialog.getByRole('button', { name: 'Confirm with a passkey' })).toBeFocused()
  await expect(dialog.getByRole('textbox')).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Use a code instead' }).click()
  await expect(dialog.getByLabel('Backup code')).toBeVisible()
})

test('V6.2.6 V6.2.7 a password field hides its text, can show it, and accepts pasting and password managers', async ({
  page,
}) => {
  await page.goto('/sign-in/password')
  const [address, password] = [page.getByLabel('E-mail address'), page.getByLabel('Password', { exact: true })]
  await expect(password).toHaveAttribute('type', 'password')
  await expect(password).toHaveAttribute('autocomplete', 'current-password')
  await address.fill('nine silver bells')
  await address.press('ControlOrMeta+a')
  await address.press('ControlOrMeta+c')
  await password.press('ControlOrMeta+v')
  await expect(password).toHaveValue('nine silver bells')
  await page.getByRole('button', { name: 'Show password' }).click()
  await expect(password).toHaveAttribute('type', 'text')
  await page.getByRole('button', { name: 'Show password' }).click()
  await expect(password).toHaveAttribute('type', 'password')
})

/** Moves to a button with the Tab key, as a person without a pointer does, and presses it. */
async function pressWith(page: Page, name: string): Promise<void> {
  const button = page.getByRole('button', { name })
  for (let tabs = 0; tabs < 12; tabs += 1) {
    if (await button.evaluate((element) => element === document.activeElement)) break
    await page.keyboard.press('Tab')
  }
  await expect(button).toBeFocused()
  await page.keyboard.press('Enter')
}
