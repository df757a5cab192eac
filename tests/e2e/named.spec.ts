import { expect, test } from './test.ts'

test('fault U8 a saved name is shown beside the address, on the overview and on every page', async ({
  page,
  person,
}) => {
  await page.goto('/account/data')
  await page.getByRole('textbox', { name: 'Name' }).fill('Mira Holm')
  await page.getByRole('button', { name: 'Save name' }).click()
  await expect(page.getByRole('banner').getByText('Mira Holm')).toBeVisible()
  await page.goto('/account')
  await expect(page.getByRole('main')).toContainText(`Mira Holm · ${person.email}`)
  await expect(page.getByRole('banner').getByText('Mira Holm')).toBeVisible()
})

test('fault U30 a confirmation names the act, in the only dialog', async ({ page, person, passkeys }) => {
  expect(person.email).toContain('@')
  await page.goto('/account/data')
  await page.getByRole('button', { name: /^Delete account/ }).click()
  const asked = page.getByRole('dialog', { name: 'Delete your account?' })
  await asked.getByRole('textbox').fill('DELETE')
  await passkeys.setUserVerified(false)
  await asked.locator('button[type=submit]').click()
  const dialog = page.getByRole('dialog', { name: 'Confirm it’s you' })
  await expect(dialog).toContainText('You are deleting the account.')
  await expect(page.getByRole('dialog')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(asked).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(1)
  expect(await asked.evaluate((element) => element.contains(document.activeElement))).toBe(true)
})
