import { test as base, expect } from './kit/test.ts'

/** Playwright's own virtual passkeys: a script in the page, so they work in any browser and know no Signal API. */
const test = base.extend<{ installed: undefined }>({
  installed: [
    async ({ context }, use) => {
      await context.credentials.install()
      await use(undefined)
    },
    { auto: true },
  ],
})

test('the passkey road with Playwright’s own virtual passkeys', async ({ page, context, mailbox, email }) => {
  await page.goto('/sign-up')
  await page.getByLabel('E-mail address').fill(email)
  await page.getByRole('button', { name: 'Send me a code' }).click()
  await page.getByLabel('Code from the letter').fill(await mailbox.code(email, 'sign-up-code'))
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('button', { name: 'Create a passkey' }).click()
  await expect(page.getByRole('heading', { name: 'You’re in' })).toBeVisible()

  const [passkey] = await context.credentials.get()
  if (!passkey) throw new Error('No passkey was made.')
  await page.goto('/account')
  await page.getByRole('button', { name: 'Sign out' }).locator('visible=true').click()
  await expect(page).toHaveURL(/\/$/)

  // The pending autofill request is answered by itself.
  await page.goto('/sign-in')
  await expect(page).toHaveURL(/\/account$/)
  expect((await context.credentials.get({ id: passkey.id }))[0]?.signCount).toBeGreaterThan(passkey.signCount)
})
