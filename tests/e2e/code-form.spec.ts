import { expect, type Page, test } from './test.ts'

const CODE = 'Code from the e-mail'
const WRONG = 'That code isn’t right. Check it and try again.'

test('fault U10 a wrong code is cleared, and the next one goes in without a press', async ({
  page,
  newcomer,
  mailbox,
}) => {
  await askForCode(page, newcomer.email)
  const code = await mailbox.code(newcomer.email, 'sign-up-code')
  await page.keyboard.type(code === '000000' ? '111111' : '000000')
  await expect(page.getByText(WRONG)).toBeVisible()
  await expect(page.getByLabel(CODE)).toHaveValue('')
  await expect(page.getByLabel(CODE)).toBeFocused()
  await page.keyboard.type(code)
  await expect(page.getByRole('heading', { name: 'Create your passkey' })).toBeVisible()
})

test('fault U10 a code that could not be checked stays, and can be sent again', async ({ page, newcomer, mailbox }) => {
  await askForCode(page, newcomer.email)
  await page.route('**/api/sign-up/code', (route) => route.abort(), { times: 1 })
  const code = await mailbox.code(newcomer.email, 'sign-up-code')
  await page.keyboard.type(code)
  await expect(page.getByText('We couldn’t reach the server.')).toBeVisible()
  await expect(page.getByLabel(CODE)).toHaveValue(code)
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('heading', { name: 'Create your passkey' })).toBeVisible()
})

test('fault U10 a new code can be asked for after a countdown, and a failure is no fault of the code', async ({
  page,
  newcomer,
}) => {
  await page.clock.install()
  await askForCode(page, newcomer.email)
  const resend = page.getByRole('button', { name: 'Send a new code' })
  await expect(page.getByText(/^New code in \d+ seconds?$/)).toBeVisible()
  await expect(resend).toBeHidden()
  await page.clock.fastForward('31')

  await page.route('**/api/sign-up', (route) => route.abort(), { times: 1 })
  await resend.click()
  await expect(page.getByRole('alert').filter({ hasText: 'We couldn’t reach the server.' })).toBeVisible()
  await expect(page.getByLabel(CODE)).not.toHaveAttribute('aria-invalid')
  await resend.click()
  await expect(page.getByText('A new code is on its way.')).toBeVisible()
  await expect(page.getByRole('alert').filter({ hasText: 'We couldn’t' })).toBeHidden()
  await expect(page.getByLabel(CODE)).toBeFocused()
  await expect(resend).toBeHidden()
})

test('fault U10 the dialog for a further address does the same', async ({ page, person, mailbox }) => {
  const second = `second-${person.email}`
  await page.clock.install()
  await page.goto('/account/emails')
  await page.getByRole('button', { name: 'Add an address' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('E-mail address').fill(second)
  await dialog.getByRole('button', { name: 'Send a code' }).click()
  await expect(dialog.getByLabel(CODE)).toBeFocused()
  const first = await mailbox.code(second, 'email-code')
  await page.clock.fastForward('31')
  await dialog.getByRole('button', { name: 'Send a new code' }).click()
  const code = await mailbox.code(second, 'email-code')
  await expect(dialog.getByLabel(CODE)).toBeFocused()
  await page.keyboard.type(first === code ? '000000' : first)
  await expect(dialog.getByText(WRONG)).toBeVisible()
  await page.keyboard.type(code)
  await expect(dialog).toBeHidden()
  await expect(page.getByText(`${second} was added.`)).toBeVisible()
})

async function askForCode(page: Page, email: string): Promise<void> {
  await page.goto('/sign-up')
  await page.getByLabel('E-mail address').fill(email)
  await page.getByRole('button', { name: 'Send me a code' }).click()
  await expect(page.getByLabel(CODE)).toBeFocused()
}
