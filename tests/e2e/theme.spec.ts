import { expect, type Page, test } from './test.ts'

/** Whether the page is dark or light, as a browser paints it. */
const ground = (page: Page) =>
  page.evaluate(() => {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d')
    if (!canvas) throw new Error('There is no canvas.')
    canvas.fillStyle = getComputedStyle(document.body).backgroundColor
    canvas.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data
    return red + green + blue < 200 ? 'dark' : 'light'
  })
const themes = (page: Page) => page.getByRole('group', { name: 'Appearance' })
const bars = (page: Page) =>
  page.locator('meta[name="theme-color"]').evaluateAll((all) => all.map((each) => each.getAttribute('content')))

test.use({ colorScheme: 'light' })

test('a visitor chooses the dark theme, keeps what they typed, and gets it on every page from the first paint on', async ({
  page,
  context,
}) => {
  await page.goto('/sign-up')
  await expect(themes(page).getByRole('button', { name: 'Like this device' })).toHaveAttribute('aria-pressed', 'true')
  expect(await ground(page)).toBe('light')
  await page.getByLabel('E-mail address').fill('ada@example.com')
  await themes(page).getByRole('button', { name: 'Dark' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(themes(page).getByRole('button', { name: 'Dark' })).toHaveAttribute('aria-pressed', 'true')
  expect(await ground(page)).toBe('dark')
  await expect.poll(() => bars(page)).toEqual(['#0c1110'])
  await expect(page.getByLabel('E-mail address')).toHaveValue('ada@example.com')
  expect(await context.cookies()).toContainEqual(
    expect.objectContaining({ name: 'latchkey-theme', value: 'dark', sameSite: 'Lax', path: '/' }),
  )

  for (const path of ['/', '/sign-in', '/sign-in?next=%2Faccount', '/mailbox', '/no-such-page']) {
    await page.goto(path)
    expect([path, await ground(page)]).toEqual([path, 'dark'])
  }

  await page.goto('/')
  await themes(page).getByRole('button', { name: 'Light' }).click()
  expect(await ground(page)).toBe('light')
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await ground(page)).toBe('light')
  await themes(page).getByRole('button', { name: 'Like this device' }).click()
  expect(await ground(page)).toBe('dark')
  await page.reload()
  expect(await ground(page)).toBe('dark')
  await expect(page.locator('html')).not.toHaveAttribute('data-theme')
})

test('one visitor’s theme does not show to another', async ({ page, browser, origin: url }) => {
  await page.goto('/sign-in')
  await themes(page).getByRole('button', { name: 'Dark' }).click()
  await page.reload()
  expect(await ground(page)).toBe('dark')
  const other = await browser.newContext({ colorScheme: 'light' })
  const theirs = await other.newPage()
  await theirs.goto(`${url}/sign-in`)
  expect(await ground(theirs)).toBe('light')
  await other.close()
})

test('on a phone the menu of the account has the themes beside the languages', async ({ page, person }) => {
  expect(person.email).toContain('@')
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/account')
  await page.getByRole('button', { name: 'Your account' }).click()
  await page.getByRole('menuitemradio', { name: 'Dark' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  expect(await ground(page)).toBe('dark')
  await page.getByRole('button', { name: 'Your account' }).click()
  await expect(page.getByRole('menuitemradio', { name: 'Dark' })).toBeChecked()
})
