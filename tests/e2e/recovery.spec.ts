import { expect, plugIn, test } from './test.ts'

test('K7 U26 a person who lost the only passkey gets back in with the authenticator app', async ({
  page,
  person,
  passkeys,
  mailbox,
}) => {
  const app = await person.setUpApp()
  await person.signOut()
  await passkeys.unplug()

  await person.openRecovery()
  await page.getByLabel('Code from your authenticator app').fill(await app.freshCode())
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'You’re in' })).toBeVisible()
  await mailbox.wait(person.email, 'borrowed-sign-in')

  const fresh = await plugIn(page)
  await page.getByRole('button', { name: 'Add a passkey on this device' }).click()
  await expect(page).toHaveURL(/\/account$/)
  expect(await fresh.list()).toHaveLength(1)
  await person.signOut()
  await person.signInByAutofill()
})

test('B4 B5 a person who lost the only passkey gets back in with a backup code, which works once', async ({
  page,
  person,
  passkeys,
  mailbox,
}) => {
  const [code = '', other = ''] = await person.makeBackupCodes()
  await person.signOut()
  await passkeys.unplug()

  await person.openRecovery()
  await page.getByLabel('Backup code').fill(code.toLowerCase())
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'You’re in' })).toBeVisible()
  expect((await mailbox.wait(person.email, 'backup-code-used')).text).toContain('9')

  await page.getByRole('button', { name: /Not on this computer|Go to your account/ }).click()
  await person.signOut()
  await person.openRecovery()
  await page.getByLabel('Backup code').fill(code)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByText('That code isn’t right, or it was already used.')).toBeVisible()
  await page.getByLabel('Backup code').fill(other)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'You’re in' })).toBeVisible()
})

test('K3 K6 K13 a person with only a mailbox waits 24 hours and then has one way in', async ({
  page,
  person,
  passkeys,
  mailbox,
  clock,
  server,
}) => {
  expect(await passkeys.list()).toHaveLength(1)

  const waiter = await person.elsewhere()
  const { page: waiting } = waiter
  await waiter.openRecovery()
  const answered = waiting.waitForResponse(
    async (response) => response.url().endsWith('/api/recovery/start') && 'readyAt' in (await response.json()),
  )
  await waiting.getByRole('button', { name: 'Start the 24-hour wait' }).click()
  await expect(waiting.getByRole('heading', { name: 'The wait has started' })).toBeVisible()
  const { readyAt } = (await (await answered).json()) as { readyAt: number }
  await waiting.reload()
  await expect(waiting.getByRole('heading', { name: 'The wait has started' })).toBeVisible()
  expect(await mailbox.link(person.email, 'recovery-started')).toMatch(/\/recover\/cancel\/.+/)

  await clock.jump({ hours: 12 })
  await mailbox.wait(person.email, 'recovery-reminder')
  await clock.jump({ hours: 12, seconds: -300 })
  const proven = waiting.waitForResponse('**/api/recovery/code')
  await waiter.openRecovery()
  await expect(waiting.getByRole('heading', { name: 'The wait has started' })).toBeVisible()

  // 23:59:59 is refused.
  await clock.jump({ seconds: Math.floor((readyAt - (await clock.now())) / 1_000) - 1 })
  const { ceremony } = (await (await proven).json()) as { ceremony: string }
  const tooEarly = await waiting.request.post('/api/recovery/options', {
    data: { ceremony },
    headers: { origin: server.origin },
  })
  expect(await tooEarly.json()).toMatchObject({ status: 409, code: 'recovery_not_ready' })

  // 24:00:00 is not; but a code from before does not count any more.
  await clock.jump({ seconds: 2 })
  await mailbox.wait(person.email, 'recovery-ready')
  const stale = await waiting.request.post('/api/recovery/options', {
    data: { ceremony },
    headers: { origin: server.origin },
  })
  expect(await stale.json()).toMatchObject({ status: 410, code: 'ceremony_over' })
  expect(await waiter.finishRecovery()).toHaveLength(10)
  await mailbox.wait(person.email, 'recovery-completed')

  // The session from before is over. The old passkey opens no session, and is not signalled away for seven days.
  expect((await page.request.get('/api/session')).status()).toBe(401)
  await page.context().clearCookies()
  await person.pressSignIn()
  await expect(page.getByRole('heading', { name: 'This account was recovered' })).toBeFocused()
  expect(await passkeys.list()).toHaveLength(1)
  await waiter.signOut()
  await page.getByRole('button', { name: 'It was me' }).click()
  await expect(page.getByRole('button', { name: 'Sign in with a passkey' })).toBeVisible()
  await clock.jump({ hours: 7 * 24 })
  await person.pressSignIn()
  await expect(page.getByText('We don’t know this passkey.')).toBeVisible()
  await expect.poll(() => passkeys.list()).toHaveLength(0)
  await waiter.signInByAutofill()
})

test('custody C4 an owner with a passkey takes the account back from a mailbox thief', async ({
  page,
  person,
  passkeys,
  mailbox,
  clock,
}) => {
  expect(await passkeys.list()).toHaveLength(1)
  const thief = await person.elsewhere()
  await thief.startRecovery()
  await clock.jump({ hours: 24, minutes: 1 })
  await thief.finishRecovery()
  expect((await mailbox.wait(person.email, 'recovery-completed')).text).toContain('you get the account back as it was')

  await page.context().clearCookies()
  await person.pressSignIn()
  await page.getByRole('button', { name: 'Take the account back' }).click()
  await expect(page).toHaveURL(/\/account\/emails$/)
  await mailbox.wait(person.email, 'account-taken-back')
  expect((await thief.page.request.get('/api/session')).status()).toBe(401)
  await person.signOut()
  await person.signInByAutofill()
})

test('K9 the owner cancels a recovery from a live session with a passkey', async ({
  page,
  person,
  passkeys,
  mailbox,
  clock,
}) => {
  expect(await passkeys.list()).toHaveLength(1)
  const thief = await person.elsewhere()
  await thief.startRecovery()

  await page.goto('/account')
  const banner = page.getByRole('region', { name: 'Recovery of this account' })
  await expect(banner).toContainText('Someone asked to recover this account')
  await banner.getByRole('button', { name: 'Cancel the recovery' }).click()
  await expect(page.getByText('The recovery was cancelled')).toBeVisible()
  await expect(banner).toHaveCount(0)
  await mailbox.wait(person.email, 'recovery-cancelled')

  await clock.jump({ hours: 25 })
  await thief.openRecovery()
  await expect(thief.page.getByRole('button', { name: 'Start the 24-hour wait' })).toBeVisible()
})

test('K2 K16 a mail scanner that opens the link and presses its buttons changes nothing; typing the word cancels', async ({
  person,
  passkeys,
  mailbox,
}) => {
  expect(await passkeys.list()).toHaveLength(1)
  await person.startRecovery()
  const link = await mailbox.link(person.email, 'recovery-started')

  const { page: scanner } = await person.elsewhere()
  for (const method of ['GET', 'HEAD', 'OPTIONS']) await scanner.request.fetch(link, { method })
  await scanner.goto(link, { waitUntil: 'networkidle' })
  expect(scanner.url(), 'the token leaves the address bar').not.toContain(link.split('/').at(-1))
  for (const button of await scanner.getByRole('button').all()) await button.click()
  await scanner.waitForTimeout(500)
  await scanner.context().close()
  expect((await mailbox.letters(person.email)).map(({ letter }) => letter)).not.toContain('recovery-cancelled')

  const { page: owner } = await person.elsewhere()
  await owner.goto(link)
  await owner.getByRole('textbox').fill('CANCEL')
  await owner.getByRole('button', { name: 'Cancel the recovery' }).click()
  await expect(owner.getByRole('heading', { name: 'The recovery was cancelled' })).toBeVisible()
  await mailbox.wait(person.email, 'recovery-cancelled')
  await owner.goto(link)
  await expect(owner.getByRole('heading', { name: 'This link no longer works' })).toBeVisible()
})
