import { expect, plugIn, test } from './test.ts'

test('U24 the keyboard alone signs up, with a wrong code on the way', async ({ page, newcomer, mailbox, keys }) => {
  await page.clock.install()
  await page.goto('/sign-up')
  await keys.held()
  await keys.type('nobody')
  await keys.key('Enter')
  // The browser itself reports the missing value, and keeps the focus in the field.
  await expect(page.getByLabel('E-mail address')).toBeFocused()
  await keys.write('E-mail address', newcomer.email)
  await keys.key('Enter')
  await expect(page.getByRole('heading', { name: 'Check your e-mail' })).toBeVisible()
  await expect(page.getByLabel('Code from the e-mail')).toBeFocused()
  await keys.held()
  const code = await mailbox.code(newcomer.email, 'sign-up-code')
  await keys.type(code === '000000' ? '111111' : '000000')
  await expect(page.getByText('That code isn’t right. Check it and try again.')).toBeVisible()
  await expect(page.getByLabel('Code from the e-mail')).toBeFocused()
  await page.clock.fastForward('31')
  await keys.press('button', 'Send a new code')
  await keys.told('status', 'A new code is on its way.')
  await keys.held()
  await expect(page.getByLabel('Code from the e-mail')).toBeFocused()
  await keys.type(await mailbox.code(newcomer.email, 'sign-up-code'))
  await expect(page.getByRole('heading', { name: 'Create your passkey' })).toBeFocused()
  await keys.held()
  await keys.told('status', 'Your device will ask for your fingerprint')
  await keys.press('button', 'Create a passkey')
  await expect(page.getByRole('heading', { name: 'You’re in' })).toBeFocused()
  await keys.held()

  await keys.press('button', 'Create backup codes')
  await expect(page.getByRole('region', { name: 'Backup codes' })).toBeVisible()
  await keys.held()
  await keys.to('checkbox', 'I have saved them')
  await keys.key('Space')
  await keys.press('button', 'Continue')
  await expect(page.getByRole('region', { name: 'Backup codes' })).toHaveCount(0)
  await keys.held()
  await keys.press('link', 'Go to your account')
  await expect(page).toHaveURL(/\/account$/)
})

test('U24 the keyboard alone signs in and out, and a refusal is announced', async ({
  page,
  person,
  passkeys,
  keys,
}) => {
  await page.goto('/account')
  await keys.press('link', 'Skip to the content')
  await expect(page.getByRole('main')).toBeFocused()
  await keys.held()
  await keys.back('button', 'Sign out')
  await keys.key('Enter')
  await expect(page).toHaveURL(/\/signed-out$/)
  await keys.press('link', 'Sign in again')
  await expect(page).toHaveURL(/\/sign-in$/)
  await passkeys.leaveAutofill(() => page.goto('/sign-in'))
  await keys.held()
  await keys.press('button', 'Other ways')
  await expect(page.getByRole('heading', { name: 'Other ways' })).toBeFocused()
  await keys.held()

  await page.route(
    '**/api/sign-in',
    async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 400))
      await route.fulfill({
        status: 401,
        contentType: 'application/problem+json',
        body: JSON.stringify({ code: 'sign_in_failed', detail: 'We couldn’t sign you in.' }),
      })
    },
    { times: 1 },
  )
  await keys.back('button', 'Sign in with a passkey')
  await keys.key('Enter')
  await keys.told('status', 'Checking your passkey')
  await keys.told('alert', 'We couldn’t sign you in.')
  await expect(page.getByRole('button', { name: 'Sign in with a passkey' })).toBeFocused()
  await keys.held()
  await keys.key('Enter')
  await expect(page).toHaveURL(/\/account$/)
  expect(person.email).toContain('@')
})

test('U24 the keyboard alone starts, cancels and completes a recovery', async ({
  page,
  person,
  mailbox,
  clock,
  passkeys,
  keys,
}) => {
  await page.context().clearCookies()
  await passkeys.unplug()
  const ask = async () => {
    await page.goto('/sign-in/password')
    await page.evaluate(() => sessionStorage.clear())
    await page.goto('/recover')
    await expect(page.getByLabel('E-mail address')).toBeFocused()
    await keys.write('E-mail address', person.email)
    await keys.press('button', 'Send me a code')
    await expect(page.getByLabel('Code from the e-mail')).toBeFocused()
    await keys.type(await mailbox.code(person.email, 'recovery-code'))
  }
  await ask()
  await expect(page.getByRole('heading', { name: 'There is a wait of 24 hours' })).toBeFocused()
  await keys.held()
  await keys.press('button', 'Start the 24-hour wait')
  await expect(page.getByRole('heading', { name: 'The wait has started' })).toBeFocused()
  const opener = await keys.to('button', 'Cancel this recovery')
  await keys.key('Enter')
  await keys.trapped('Cancel this recovery?')
  await keys.escape(opener)
  await keys.key('Space')
  await keys.press('button', 'Yes, cancel it')
  await expect(page.getByRole('heading', { name: 'The recovery was cancelled' })).toBeFocused()
  await keys.held()

  await clock.jump({ hours: 1 })
  await ask()
  await keys.press('button', 'Start the 24-hour wait')
  await expect(page.getByRole('heading', { name: 'The wait has started' })).toBeFocused()
  await clock.jump({ hours: 24, minutes: 1 })
  await mailbox.wait(person.email, 'recovery-ready')
  const device = await plugIn(page)
  await ask()
  await expect(page.getByRole('heading', { name: 'Create a new passkey' })).toBeFocused()
  await keys.press('button', 'Create my new passkey')
  await expect(page.getByRole('heading', { name: 'You’re back in' })).toBeFocused()
  await keys.to('checkbox', 'I have saved them')
  await keys.key('Space')
  await keys.press('button', 'Continue')
  await expect(page).toHaveURL(/\/account$/)
  expect(await device.list()).toHaveLength(1)
})

test('K9 K16 U24 the keyboard alone cancels a recovery from its letter and from a live session', async ({
  page,
  person,
  mailbox,
  clock,
  meanwhile,
  keys,
}) => {
  const thief = await person.elsewhere()
  await meanwhile(() => thief.startRecovery())
  await page.goto(await mailbox.link(person.email, 'recovery-started'))
  await keys.write('Type CANCEL to continue', 'no')
  await keys.press('button', 'Cancel the recovery')
  await expect(page.getByText('Please type the word CANCEL.')).toBeVisible()
  await keys.held()
  await keys.back('textbox', 'Type CANCEL to continue')
  await keys.key('ControlOrMeta+a')
  await keys.type('CANCEL')
  await keys.key('Enter')
  await expect(page.getByRole('heading', { name: 'The recovery was cancelled' })).toBeFocused()
  await keys.held()

  await clock.jump({ hours: 1 })
  await meanwhile(() => thief.startRecovery())
  await page.goto('/account')
  await keys.press('button', 'Cancel the recovery')
  await keys.told('status', 'The recovery was cancelled')
  await keys.held()
})

test('a test that uses a pointer in these stories fails', async ({ page, keys }) => {
  await page.goto('/sign-in')
  await keys.held()
  for (const reach of [
    () => page.click('button'),
    () => page.getByRole('button').first().click(),
    () => page.getByRole('textbox').fill(''),
    () => page.mouse.down(),
  ]) {
    expect(reach).toThrow('the keyboard must do')
  }
})
