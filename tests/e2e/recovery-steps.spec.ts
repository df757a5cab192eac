import { see } from '#tests/states/act.ts'
import { expect, test } from './test.ts'

test('fault U2 a wait whose first letter never left asks for a fresh code when its pass has run out', async ({
  person,
  clock,
}) => {
  const back = await person.elsewhere()
  const { page } = back
  // As while the letter is not accepted: the wait has no time.
  await page.route('**/api/recovery/start', async (route) => {
    const response = await route.fetch()
    const { readyAt, closesAt, ...standing } = (await response.json()) as Record<string, unknown>
    await route.fulfill({ response, json: standing }).catch(() => {})
  })
  await back.openRecovery()
  await page.getByRole('button', { name: 'Start the 24-hour wait' }).click()
  await see(page, 'Sending the first e-mail')
  await clock.jump({ minutes: 16 })
  await see(page, 'Please get a new code')
  await page.getByRole('button', { name: 'Send me a new code' }).click()
  await see(page, 'Check your e-mail')
})

test('fault U11 the second step begins in its field, and a refused code is selected', async ({ person }) => {
  const codes = await person.makeBackupCodes()
  const back = await person.elsewhere()
  await back.openRecovery()
  await see(back.page, 'One more code')
  const field = back.page.getByRole('textbox')
  await expect(field).toBeFocused()
  await back.page.keyboard.type('AAAA-AAAA-AAAA-AAAA')
  await back.page.keyboard.press('Enter')
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  await expect(field).toBeFocused()
  await back.page.keyboard.type(codes[0] ?? '')
  await back.page.keyboard.press('Enter')
  await see(back.page, 'You’re in')
})

test('fault U11 a heading where reading starts has no ring', async ({ person }) => {
  const { page } = await person.elsewhere()
  await page.goto('/recover')
  await page.evaluate(() => {
    const heading = document.querySelector('h1')
    heading?.setAttribute('tabindex', '-1')
    heading?.focus({ focusVisible: true } as FocusOptions)
  })
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await expect(page.getByRole('heading', { level: 1 })).toHaveCSS('outline-style', 'none')
})
