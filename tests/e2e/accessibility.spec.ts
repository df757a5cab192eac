import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from './test.ts'

const PUBLIC = ['/', '/sign-in', '/sign-in/password', '/sign-up', '/recover', '/mailbox', '/no-such-page']
const PERSONAL = ['/account', '/account/passkeys', '/account/fallbacks', '/account/emails', '/account/sessions', '/account/activity', '/account/data']

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme}`, () => {
    test.use({ colorScheme })

    test('axe finds nothing on any public page', async ({ page }) => {
      test.slow()
      for (const path of PUBLIC) await inspect(page, path)
    })

    test('axe finds nothing on any page of an account', async ({ page, newcomer }) => {
      test.slow()
      await newcomer.signUp()
      for (const path of PERSONAL) await inspect(page, path)
    })
  })
}

test('no page is wider than a small phone', async ({ page, newcomer }) => {
  test.slow()
  await page.setViewportSize({ width: 360, height: 740 })
  for (const path of PUBLIC) await fits(page, path)
  await newcomer.signUp()
  for (const path of PERSONAL) await fits(page, path)
})

async function inspect(page: Page, path: string): Promise<void> {
  await page.goto(path, { waitUntil: 'networkidle' })
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${path}: ${id} ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([])
}

async function fits(page: Page, path: string): Promise<void> {
  await page.goto(path, { waitUntil: 'networkidle' })
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(overflow, path).toBeLessThanOrEqual(0)
}
