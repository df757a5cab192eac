import { noScript } from '#tests/states/no-script.ts'
import { expect, test } from '#tests/states/test.ts'

test('without scripts every page says that they are needed, and has no dead button', async ({ scene }) => {
  test.slow()
  const sentence = scene.say('components')('noScript')
  await noScript.tell(scene, async (page, state) => {
    const notice = page.locator('noscript p')
    await expect(notice, state).toBeVisible()
    expect(await notice.evaluate((element) => element.textContent)).toBe(sentence)
    expect(
      await page.locator('button, input, select, textarea, [role=button]').locator('visible=true').count(),
      `${state} has a dead button`,
    ).toBe(0)
    // Links work without scripts: none of them leads nowhere.
    const links = await page.locator('a').evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''))
    expect(links.filter((href) => href === '' || href.startsWith('javascript:'))).toEqual([])
  })
})

test('with scripts no page says that they are needed', async ({ page }) => {
  for (const path of ['/', '/sign-in']) {
    await page.goto(path)
    await expect(page.locator('noscript p')).toHaveCount(0)
    await expect(page.getByRole('main')).toBeVisible()
  }
  await page.goto('/sign-in')
  await expect(page.getByRole('button', { name: 'Sign in with a passkey' })).toBeVisible()
})
