import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from './test.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds no violation in any component in any state, in the ${colorScheme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.goto('/components', { waitUntil: 'networkidle' })
    // The focus guards of an open menu are not stops: they pass the focus on at once.
    const inspect = async (what: string) => {
      const { violations } = await new AxeBuilder({ page }).exclude('[data-base-ui-focus-guard]').analyze()
      expect(
        violations.map(({ id, nodes }) => `${what}: ${id} ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
      ).toEqual([])
    }
    await inspect('page')

    await page.getByRole('button', { name: 'Open the dialog' }).click()
    await inspect('dialog')
    await page.keyboard.press('Escape')

    await page.getByRole('button', { name: 'Example of a menu' }).click()
    await expect(page.getByRole('menu')).toBeVisible()
    await inspect('menu')
    await page.getByRole('menuitem', { name: 'Rename' }).click()

    await expect(
      page.getByRole('region', { name: 'Notifications' }).getByText('Renamed to “Work laptop”.'),
    ).toBeVisible()
    await inspect('note')
  })
}

test('no component is wider than a small phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto('/components', { waitUntil: 'networkidle' })
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  ).toBeLessThanOrEqual(0)
})
