import type { APIRequestContext } from '@playwright/test'
import { cookieAt } from '#tests/helpers/cookie-names.ts'
import { expect, type Page, plugIn, test } from './test.ts'

const dead = (origin: string) => `${cookieAt('session', origin)}=Fe26.2*1*a*b*c*d*e*f~2`
const PAGES = [
  '/account',
  '/account/passkeys',
  '/account/fallbacks',
  '/account/emails',
  '/account/sessions',
  '/account/activity',
  '/account/activity?before=12',
  '/account/activity?about=sign_ins',
  '/account/activity/not-me?event=1',
  '/account/data',
]

test('a dead cookie leads to sign-in, and from there back to the page that was asked for', async ({
  request,
  origin,
}) => {
  for (const path of PAGES)
    expect([path, await redirectOf(request, path, { cookie: dead(origin) })]).toEqual([
      path,
      `/sign-in?next=${encodeURIComponent(path)}`,
    ])
})

test('a visitor cannot choose the page to come back to with a header', async ({ request, origin }) => {
  for (const name of ['x-latchkey-path', 'X-Latchkey-Path'])
    for (const forged of ['/account/data', '//evil.example', 'https://evil.example/'])
      expect([
        forged,
        await redirectOf(request, '/account/sessions', { cookie: dead(origin), [name]: forged }),
      ]).toEqual([forged, '/sign-in?next=%2Faccount%2Fsessions'])
  // Middleware does not run for these.
  for (const path of ['/_next/static/none.js', '/_next/static/account/sessions']) {
    const answer = await request.get(path, {
      headers: { cookie: dead(origin), 'x-latchkey-path': '/evil-path' },
      maxRedirects: 0,
    })
    expect([path, answer.status(), (await answer.text()).includes('evil-path')]).toEqual([path, 404, false])
  }
})

test('a link followed in a tab whose session has ended leads to sign-in and back to its page', async ({
  page,
  person,
  passkeys,
}) => {
  expect(person.email).toContain('@')
  for (const cookie of ['dead', 'gone']) {
    await page.goto('/account')
    await endSession(page, cookie)
    await passkeys.leaveAutofill(() => page.getByRole('navigation').getByRole('link', { name: 'Devices' }).click())
    await expect(page).toHaveURL(/\/sign-in\?next=%2Faccount%2Fsessions$/)
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await expect(page).toHaveURL(/\/account\/sessions$/)
  }
})

test('a page reloaded after its session has ended keeps its address for later', async ({ page, person, passkeys }) => {
  expect(person.email).toContain('@')
  await page.goto('/account/activity?before=1000')
  await endSession(page, 'dead')
  await passkeys.leaveAutofill(() => page.reload())
  await expect(page).toHaveURL(/\/sign-in\?next=%2Faccount%2Factivity%3Fbefore%3D1000$/)
})

test('fault U12 a session that ended elsewhere says so, and what was typed goes on after signing in again', async ({
  page,
  person,
  passkeys,
}) => {
  await page.goto('/account/data')
  const field = page.getByRole('textbox', { name: 'Name' })
  await field.fill('Ada Lovelace')
  await endSession(page, 'dead')
  await page.getByRole('button', { name: 'Save' }).click()
  const dialog = page.getByRole('dialog', { name: 'You’re signed out' })
  await expect(dialog).toContainText('it expired, or was ended on another device')
  await expect(field).toHaveValue('Ada Lovelace')

  const opened = page.context().waitForEvent('page')
  await dialog.getByRole('link', { name: 'Sign in in a new tab' }).click()
  const tab = await opened
  await expect(tab.getByText('your session has ended')).toBeVisible()
  const device = await plugIn(tab)
  await passkeys.cloneTo(device)
  await device.leaveAutofill(() => tab.reload())
  await tab.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await expect(tab).toHaveURL(/\/account$/)
  await lookAgain(page)
  await expect(dialog).toBeHidden()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('group').filter({ hasText: 'Ada Lovelace' })).toBeVisible()
  expect(person.email).toContain('@')
})

test('fault U12 a tab that is looked at again says that its session has ended', async ({ page, person }) => {
  expect(person.email).toContain('@')
  await page.goto('/account')
  await endSession(page, 'gone')
  // The first look may come before the page listens: people look again, too.
  await expect(async () => {
    await lookAgain(page)
    await expect(page.getByRole('dialog', { name: 'You’re signed out' })).toBeVisible({ timeout: 1000 })
  }).toPass()
})

test('fault U12 signing out in one tab empties the others', async ({ page, person }) => {
  expect(person.email).toContain('@')
  await page.goto('/account')
  const other = await page.context().newPage()
  await other.goto('/account/emails')
  await expect(other.getByRole('heading', { name: 'Addresses' })).toBeVisible()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(other).toHaveURL(/\/signed-out$/)
})

/** As when a person comes back to the tab. */
async function lookAgain(page: Page): Promise<void> {
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
}

/** The redirect that a visitor with a dead cookie gets. */
async function redirectOf(
  request: APIRequestContext,
  path: string,
  headers: Record<string, string>,
): Promise<string | undefined> {
  const answer = await request.get(path, { headers, maxRedirects: 0 })
  expect(answer.status(), path).toBe(307)
  return answer.headers().location
}

/** Ends the session behind the page's back; its cookie stays in the browser, or goes with it. */
async function endSession(page: Page, cookie: string): Promise<void> {
  const before = await page.context().cookies()
  const answer = await page.request.delete('/api/session', { headers: { origin: new URL(page.url()).origin } })
  expect(answer.ok()).toBe(true)
  if (cookie === 'dead') await page.context().addCookies(before)
}
