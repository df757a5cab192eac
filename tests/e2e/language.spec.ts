import { expect, type Page, test } from './test.ts'

const choose = (page: Page, name: string) =>
  page
    .getByRole('navigation', { name: /^(Language|Sprache)$/ })
    .getByRole('link', { name, exact: true })
    .click()

test('a visitor changes the language, keeps what they typed, and gets that language from then on', async ({
  page,
  context,
}) => {
  await page.goto('/sign-up?next=%2Faccount%2Femails')
  await page.getByLabel('E-mail address').fill('ada@example.com')
  await choose(page, 'Deutsch')

  await expect(page.getByRole('heading', { name: 'Konto anlegen' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  await expect(page).toHaveTitle(/^Konto anlegen/)
  await expect(page.getByLabel('E-Mail-Adresse')).toHaveValue('ada@example.com')
  await expect(page).toHaveURL(/\/sign-up\?next=%2Faccount%2Femails$/)
  expect(await context.cookies()).toContainEqual(
    expect.objectContaining({ name: 'latchkey-language', value: 'de', sameSite: 'Lax', path: '/' }),
  )

  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Melden Sie sich an/)
  await choose(page, 'English')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in with what you already carry.')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
})

test('the menu calls each language by its own name and marks the current one', async ({ page }) => {
  await page.goto('/sign-in')
  const [english, german] = ['English', 'Deutsch'].map((name) => page.getByRole('link', { name, exact: true }))
  await expect(english!).toHaveAttribute('aria-current', 'true')
  await expect(german!).toHaveAttribute('lang', 'de')
  await expect(german!).not.toHaveAttribute('aria-current')
})

test('a signed-in person gets letters in the language they chose', async ({ person, page, mailbox }) => {
  await page.goto('/account/data')
  const told = page.waitForResponse(
    (response) => response.url().endsWith('/api/account/language') && response.request().method() === 'PUT',
  )
  await choose(page, 'Deutsch')
  expect((await told).status()).toBe(204)
  await expect(page.getByRole('heading', { name: 'Ihre Daten' })).toBeVisible()

  await page.goto('/account/fallbacks')
  await page.getByRole('button', { name: 'Backup-Codes erstellen' }).click()
  expect((await mailbox.wait(person.email, 'backup-codes-made')).subject).toMatch(/^Neue Backup-Codes wurden erstellt/)
})

test('fault U21 a made-up link says so at once, and the token of a letter stays out of the address bar in every language', async ({
  page,
}) => {
  await page.goto('/recover/cancel/abc.def')
  await expect(page).toHaveURL(/\/recover\/cancel$/)
  await choose(page, 'Deutsch')
  await expect(page.getByRole('heading', { name: 'Dieser Link gilt nicht mehr' })).toBeVisible()
  await expect(page).toHaveURL(/\/recover\/cancel$/)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a link shows the same page in another language and stores nothing', async ({ page, context }) => {
    await page.goto('/sign-in?next=%2Faccount%2Femails')
    await choose(page, 'Deutsch')
    await expect(page.getByRole('heading', { name: 'Anmelden' })).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('lang', 'de')
    await expect(page).toHaveURL(/\/sign-in\?next=%2Faccount%2Femails&lang=de$/)
    expect(await context.cookies()).toEqual([])
  })
})

test('an unknown language in the address changes nothing', async ({ page }) => {
  await page.goto('/sign-in?lang=xx%0d%0ax')
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
})

test('a link in another language shows every sentence of the account in it, and changes no choice', async ({
  page,
  person,
}) => {
  expect(person.email).toContain('@')
  await page.goto('/account?lang=de')
  const losses = page.getByRole('region', { name: 'Wenn Sie etwas verlieren' })
  for (const what of ['Dieses Gerät', 'Ihr Telefon', 'Ihr Postfach']) {
    const tile = losses.getByRole('button', { name: what })
    if ((await tile.getAttribute('aria-expanded')) === 'false') await tile.click()
    await expect(losses.getByText('Wenn Sie', { exact: false }).filter({ visible: true })).toHaveCount(2)
  }
  await expect(losses.getByText('If you lose')).toHaveCount(0)
  await page.goto('/account')
  await page.getByRole('region', { name: 'If you lose something' }).getByRole('button', { name: 'This device' }).click()
  await expect(page.getByText('If you lose this device')).toBeVisible()
})
