import { expect, test } from './test.ts'

test('fault U29 a domain that looks mistyped gets a hint, which can be taken or ignored', async ({
  page,
  newcomer,
}) => {
  await page.goto('/sign-up')
  const field = page.getByLabel('E-mail address')
  await field.fill('ada@exampel.com')
  await expect(page.getByText('Did you mean ada@example.com?')).toBeVisible()
  await page.getByRole('button', { name: 'Use this address' }).click()
  await expect(field).toHaveValue('ada@example.com')
  await expect(page.getByText('Did you mean')).toBeHidden()

  const mistyped = newcomer.email.replace(/@.*/, '@exampel.com')
  await field.fill(mistyped)
  await page.getByRole('button', { name: 'Send me a code' }).click()
  await expect(page.getByText(mistyped)).toBeVisible()
})
