import { plugIn } from './kit/device.ts'
import { keepCodes, makeBackupCodes, pressButton, setUpApp, signInByAutofill, signOut, signUp, throughTheDoor } from './kit/steps.ts'
import { expect, test } from './kit/test.ts'

const HOUR = 3_600

test('the only passkey is lost: back in with the authenticator app', async ({ page, device, mailbox, clock, email }) => {
  await signUp(page, mailbox, email)
  const app = await setUpApp(page, clock)
  await signOut(page)
  await device.unplug()

  await throughTheDoor(page, mailbox, email)
  await page.getByLabel('Code from your authenticator app').fill(await app.freshCode())
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'You’re in' })).toBeVisible()
  await mailbox.wait(email, 'borrowed-sign-in')

  const fresh = await plugIn(page)
  await page.getByRole('button', { name: 'Add a passkey on this device' }).click()
  await expect(page).toHaveURL(/\/account$/)
  await signOut(page)
  await signInByAutofill(page, fresh)
})

test('the only passkey is lost: back in with a backup code, once', async ({ page, device, mailbox, email }) => {
  await signUp(page, mailbox, email)
  const [code = '', other = ''] = await makeBackupCodes(page)
  await signOut(page)
  await device.unplug()

  await throughTheDoor(page, mailbox, email)
  await page.getByLabel('Backup code').fill(code.toLowerCase())
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'You’re in' })).toBeVisible()
  expect((await mailbox.wait(email, 'backup-code-used')).text).toContain('9')

  await page.getByRole('button', { name: /Not on this computer|Go to your account/ }).click()
  await signOut(page)
  await throughTheDoor(page, mailbox, email)
  await page.getByLabel('Backup code').fill(code)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByText('That code is not right, or was used before.')).toBeVisible()
  await page.getByLabel('Backup code').fill(other)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'You’re in' })).toBeVisible()
})

test('with only a mailbox left: a wait of 24 hours, and one way in at its end', async ({ page, device, mailbox, clock, email, browser, server }) => {
  await signUp(page, mailbox, email)
  const [old] = await device.passkeys()
  if (!old) throw new Error('No passkey was made.')

  const context = await browser.newContext({ baseURL: server.origin })
  const waiting = await context.newPage()
  await throughTheDoor(waiting, mailbox, email)
  const answered = waiting.waitForResponse(async (response) => response.url().endsWith('/api/recovery/start') && 'readyAt' in (await response.json()))
  await waiting.getByRole('button', { name: 'Start the 24-hour wait' }).click()
  await expect(waiting.getByRole('heading', { name: 'The wait has begun' })).toBeVisible()
  const { readyAt } = (await (await answered).json()) as { readyAt: number }
  await waiting.reload()
  await expect(waiting.getByRole('heading', { name: 'The wait has begun' })).toBeVisible()
  expect((await mailbox.wait(email, 'recovery-started')).link).toMatch(/\/recover\/cancel\/.+/)

  await clock.advance(12 * HOUR)
  await mailbox.wait(email, 'recovery-reminder')
  await clock.advance(12 * HOUR - 300)
  const early = await context.newPage()
  const proven = early.waitForResponse('**/api/recovery/code')
  await throughTheDoor(early, mailbox, email)
  await expect(early.getByRole('heading', { name: 'The wait has begun' })).toBeVisible()

  // 23:59:59 is refused.
  await clock.advance(Math.floor((readyAt - (await clock.advance(0))) / 1_000) - 1)
  const { ceremony } = (await (await proven).json()) as { ceremony: string }
  const tooEarly = await early.request.post('/api/recovery/options', { data: { ceremony }, headers: { origin: server.origin } })
  expect(await tooEarly.json()).toMatchObject({ status: 409, code: 'recovery_not_ready' })

  // 24:00:00 is not; but a code from before does not count any more.
  await clock.advance(2)
  await mailbox.wait(email, 'recovery-ready')
  const stale = await early.request.post('/api/recovery/options', { data: { ceremony }, headers: { origin: server.origin } })
  expect(await stale.json()).toMatchObject({ status: 410, code: 'ceremony_over' })
  const elsewhere = await context.newPage()
  await throughTheDoor(elsewhere, mailbox, email)
  const fresh = await plugIn(elsewhere)
  await elsewhere.getByRole('button', { name: 'Make my new passkey' }).click()
  await expect(elsewhere.getByRole('heading', { name: 'You’re back in' })).toBeVisible()
  await keepCodes(elsewhere)
  await expect(elsewhere).toHaveURL(/\/account$/)
  await mailbox.wait(email, 'recovery-completed')

  // The session from before is over, and the old passkey is refused and signalled away.
  expect((await page.request.get('/api/session')).status()).toBe(401)
  await page.context().clearCookies()
  await pressButton(page, device)
  await expect(page.getByText('This passkey is not known here.')).toBeVisible()
  await expect.poll(() => device.passkeys()).toHaveLength(0)

  await signOut(elsewhere)
  await signInByAutofill(elsewhere, fresh)
  await context.close()
})

test('the owner stops a recovery from a live session, with one press', async ({ page, device, mailbox, clock, email, browser, server }) => {
  await signUp(page, mailbox, email)
  expect(await device.passkeys()).toHaveLength(1)
  const thief = await (await browser.newContext({ baseURL: server.origin })).newPage()
  await throughTheDoor(thief, mailbox, email)
  await thief.getByRole('button', { name: 'Start the 24-hour wait' }).click()
  await expect(thief.getByRole('heading', { name: 'The wait has begun' })).toBeVisible()

  await page.goto('/account')
  const banner = page.getByRole('region', { name: 'Recovery of this account' })
  await expect(banner).toContainText('Somebody asked to recover this account')
  await banner.getByRole('button', { name: 'Stop the recovery' }).click()
  await expect(page.getByText('The recovery was stopped')).toBeVisible()
  await expect(banner).toHaveCount(0)
  await mailbox.wait(email, 'recovery-cancelled')

  await clock.advance(25 * HOUR)
  const again = await thief.context().newPage()
  await throughTheDoor(again, mailbox, email)
  await expect(again.getByRole('button', { name: 'Start the 24-hour wait' })).toBeVisible()
  await thief.context().close()
})

test('a mail scanner that opens the link, runs its scripts and presses its buttons changes nothing; the word does', async ({ page, device, mailbox, email, browser, server }) => {
  await signUp(page, mailbox, email)
  expect(await device.passkeys()).toHaveLength(1)
  await throughTheDoor(page, mailbox, email)
  await page.getByRole('button', { name: 'Start the 24-hour wait' }).click()
  await expect(page.getByRole('heading', { name: 'The wait has begun' })).toBeVisible()
  const { link = '' } = await mailbox.wait(email, 'recovery-started')

  const scanner = await (await browser.newContext({ baseURL: server.origin })).newPage()
  for (const method of ['GET', 'HEAD', 'OPTIONS']) await scanner.request.fetch(link, { method })
  await scanner.goto(link, { waitUntil: 'networkidle' })
  expect(scanner.url(), 'the token leaves the address bar').not.toContain(link.split('/').at(-1))
  for (const button of await scanner.getByRole('button').all()) await button.click()
  await scanner.waitForTimeout(500)
  await scanner.context().close()
  expect((await mailbox.letters(email)).map(({ letter }) => letter)).not.toContain('recovery-cancelled')

  const owner = await (await browser.newContext({ baseURL: server.origin })).newPage()
  await owner.goto(link)
  await owner.getByRole('textbox').fill('CANCEL')
  await owner.getByRole('button', { name: 'Stop the recovery' }).click()
  await expect(owner.getByRole('heading', { name: 'The recovery was stopped' })).toBeVisible()
  await mailbox.wait(email, 'recovery-cancelled')
  await owner.goto(link)
  await owner.getByRole('textbox').fill('CANCEL')
  await owner.getByRole('button', { name: 'Stop the recovery' }).click()
  await expect(owner.getByRole('heading', { name: 'This link stops nothing any more' })).toBeVisible()
  await owner.context().close()
})
