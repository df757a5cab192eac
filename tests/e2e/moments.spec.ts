import { expect, type Page, plugIn, test } from './test.ts'

const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.tagName)

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('the actions of a row are in a menu, and the focus returns to its button', async ({ page, person }) => {
    expect(person.email).toBeTruthy()
    await page.goto('/account/passkeys')
    const more = page.getByRole('button', { name: /^Actions for/ })
    await more.press('Enter')
    await expect(page.getByRole('menuitem', { name: 'Rename' })).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('menuitem', { name: 'Remove' })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(more).toBeFocused()

    await more.press('Enter')
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Rename this passkey' })
    await dialog.getByLabel('Name').fill('Work laptop')
    await page.keyboard.press('Enter')
    await expect(dialog).toBeHidden()
    expect(await focused(page)).toMatch(/^Actions for/)
  })

  test('the account menu changes the language and signs out', async ({ page, person }) => {
    expect(person.email).toBeTruthy()
    await page.goto('/account')
    await page.getByRole('button', { name: 'Your account' }).click()
    await expect(page.getByText(person.email)).toHaveCount(3)
    await page.getByRole('menuitemradio', { name: 'Deutsch' }).click()
    await expect(page.getByRole('heading', { name: 'Ihr Konto' })).toBeVisible()
    await page.getByRole('button', { name: 'Ihr Konto' }).click()
    await page.getByRole('menuitem', { name: 'Abmelden' }).click()
    await expect(page.getByRole('heading', { name: 'Sie sind abgemeldet' })).toBeVisible()
    await page.goto('/account')
    await expect(page).toHaveURL(/\/sign-in\?next=/)
  })
})

test('a toast announces what was done as a polite live region, and can be dismissed', async ({ page, person }) => {
  expect(person.email).toBeTruthy()
  await page.goto('/account/passkeys')
  await page.getByRole('button', { name: /^Rename/ }).click()
  await page.getByRole('dialog').getByLabel('Name').fill('Work laptop')
  await page.keyboard.press('Enter')
  const notes = page.getByRole('region', { name: 'Notifications' })
  await expect(notes).toHaveAttribute('aria-live', 'polite')
  const note = notes.getByText('Renamed to “Work laptop”.')
  await expect(note).toBeVisible()
  await notes.getByRole('button', { name: 'Close' }).click()
  await expect(note).toBeHidden()
})

test('the list shows where a new passkey is stored', async ({ page, person, passkeys }) => {
  await page.goto('/account/passkeys')
  await passkeys.unplug()
  await plugIn(page)
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  const added = page.getByRole('status').filter({ hasText: 'was added' })
  await expect(added.getByRole('heading')).toHaveText(/^“.+” was added$/)
  await expect(added).toContainText(/On (all devices|one device)/)
  await expect(added).toContainText('We also sent you an e-mail about it.')
  expect(person.email).toBeTruthy()
})

test('a person who signed out sees a confirmation and can sign in again', async ({ page, person }) => {
  await person.signOut()
  await expect(page.getByRole('heading', { name: 'You’re signed out' })).toBeVisible()
  await page.getByRole('link', { name: 'Sign in again' }).click()
  await expect(page).toHaveURL(/\/sign-in$/)
})

for (const timezoneId of ['Asia/Kolkata', 'America/St_Johns', 'Pacific/Kiritimati']) {
  test(`the page shows the full wait, also after a reload, in ${timezoneId}`, async ({
    person,
    browser,
    baseURL,
    clock,
    mailbox,
  }) => {
    const context = await browser.newContext({ baseURL, timezoneId, locale: 'en-GB' })
    const page = await context.newPage()
    await page.goto('/recover')
    await page.getByLabel('E-mail address').fill(person.email)
    await page.getByRole('button', { name: 'Send me a code' }).click()
    await page.getByLabel('Code from the e-mail').fill(await mailbox.code(person.email, 'recovery-code'))
    const started = page.waitForResponse(
      async (response) => response.url().endsWith('/api/recovery/start') && 'readyAt' in (await response.json()),
    )
    await page.getByRole('button', { name: 'Start the 24-hour wait' }).click()
    const { readyAt } = (await (await started).json()) as { readyAt: number }
    const ring = page.getByRole('timer')
    await expect(ring).toContainText(/^(24 h|23 h 59 min)/)

    await clock.jump({ hours: 6, minutes: 30 })
    await page.reload()
    await expect(ring).toContainText(/^17 h (30|29) min/)
    const share = await ring.locator('circle').nth(1).getAttribute('stroke-dasharray')
    expect(Number(share?.split(' ')[0])).toBeCloseTo((100 * 6.5) / 24, 0)
    const [day, hour] = [
      { weekday: 'long', month: 'long', day: 'numeric' },
      { hour: 'numeric', minute: '2-digit' },
    ] as const
    const written = [
      new Date(readyAt).toLocaleDateString('en-GB', { ...day, timeZone: timezoneId }),
      new Date(readyAt).toLocaleTimeString('en-GB', { ...hour, timeZone: timezoneId }),
    ]
    for (const part of written) await expect(page.locator('time').first()).toContainText(part)
    await context.close()
  })
}
