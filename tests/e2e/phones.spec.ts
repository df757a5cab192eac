import { expect, type Page, test } from './test.ts'

const PAGES = ['', '/passkeys', '/fallbacks', '/emails', '/sessions', '/activity', '/data']

/** By how many pixels the page is wider than its window. */
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('a bar of four at the bottom leads to every page within two presses', async ({ page, person }) => {
    expect(person.email).toContain('@')
    await page.goto('/account')
    const bar = page.getByRole('navigation', { name: 'Account' })
    await expect(bar.getByRole('listitem').filter({ visible: true })).toHaveCount(4)
    const box = await bar.boundingBox()
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBe(844)
    for (const [name, path] of [
      ['Passkeys', '/account/passkeys'],
      ['Ways back in', '/account/fallbacks'],
      ['Overview', '/account'],
    ] as const) {
      await bar.getByRole('link', { name }).click()
      await expect(page).toHaveURL(new RegExp(`${path}$`))
      await expect(bar.getByRole('link', { name })).toHaveAttribute('aria-current', 'page')
    }
    for (const [name, path] of [
      ['Addresses', '/account/emails'],
      ['Devices', '/account/sessions'],
      ['Activity', '/account/activity'],
      ['Your data', '/account/data'],
    ] as const) {
      await bar.getByRole('button', { name: 'More' }).click()
      await bar.getByRole('link', { name }).click()
      await expect(page).toHaveURL(new RegExp(`${path}$`))
      await expect(bar.getByRole('button', { name: 'More' })).toHaveAttribute('aria-expanded', 'false')
      await expect(bar.getByRole('link', { name })).toBeHidden()
    }
  })

  test('what the bar opens closes with Escape and with a press beside it', async ({ page, person }) => {
    expect(person.email).toContain('@')
    await page.goto('/account')
    const more = page.getByRole('button', { name: 'More' })
    const devices = page.getByRole('navigation').getByRole('link', { name: 'Devices' })
    await more.click()
    await devices.focus()
    await page.keyboard.press('Escape')
    await expect(devices).toBeHidden()
    await expect(more).toBeFocused()
    await more.click()
    await expect(devices).toBeVisible()
    await page.getByRole('heading', { level: 1 }).click()
    await expect(devices).toBeHidden()
  })

  test('the end of each page can be read above the bar', async ({ page, person }) => {
    expect(person.email).toContain('@')
    for (const path of PAGES) {
      await page.goto(`/account${path}`)
      await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight))
      const bar = await page.getByRole('navigation', { name: 'Account' }).boundingBox()
      const end = await page.getByRole('navigation', { name: 'Language' }).boundingBox()
      expect((end?.y ?? 0) + (end?.height ?? 0), path).toBeLessThanOrEqual(bar?.y ?? 0)
    }
  })
})

for (const [name, size, text] of [
  ['320 pixels wide', { width: 320, height: 640 }, 16],
  ['with text at 200 percent', { width: 390, height: 844 }, 32],
] as const) {
  test(`no page of the account is wider than a window ${name}`, async ({ page, person }) => {
    expect(person.email).toContain('@')
    await page.setViewportSize(size)
    // The size of text that a person chooses in the settings of the browser.
    const browser = await page.context().newCDPSession(page)
    await browser.send('Page.setFontSizes', { fontSizes: { standard: text } })
    for (const path of PAGES) {
      await page.goto(`/account${path}`)
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe(`${text}px`)
      expect(await overflow(page), path).toBeLessThanOrEqual(0)
      for (const entry of await page.getByRole('navigation', { name: 'Account' }).getByRole('listitem').all()) {
        if (!(await entry.isVisible())) continue
        const clipped = await entry.evaluate((item) => item.scrollWidth - item.clientWidth)
        expect(clipped, `${path}: ${await entry.innerText()}`).toBeLessThanOrEqual(0)
      }
    }
  })
}
