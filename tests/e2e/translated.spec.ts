import { expect, test } from './test.ts'
import { translatePages, translationFaults } from './translator.ts'

test('fault U1 a translated page changes its words with the language', async ({ page }) => {
  await translatePages(page)
  await page.goto('/sign-in')
  await expect.poll(() => page.locator('h1 font').count()).toBeGreaterThan(0)
  await page.getByRole('link', { name: 'Deutsch' }).click()
  await expect(page.getByRole('heading', { name: 'Anmelden' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Mit Passkey anmelden' })).toBeVisible()
  expect(await translationFaults(page)).toEqual([])
})
