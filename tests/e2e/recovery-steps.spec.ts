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
