import { expect, test } from './test.ts'

test('a rehearsal goes through the mailbox, the backup codes and the app, and nothing is used up', async ({
  page,
  person,
  mailbox,
}) => {
  const codes = await person.makeBackupCodes()
  await person.setUpApp()
  await page.goto('/account')
  await page.getByRole('link', { name: 'Rehearse it' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Rehearse losing this device' })).toBeVisible()

  await page.getByRole('button', { name: 'Send me a code' }).click()
  const code = await mailbox.code(person.email, 'rehearsal-code')
  await page.getByLabel('Code from the e-mail').first().pressSequentially(code)
  await expect(page.getByText('You can read your mailbox.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Rehearsed', exact: true })).toBeVisible()

  await page.getByLabel('A backup code').fill('not a code')
  await page.getByRole('button', { name: 'Check its form' }).click()
  await expect(page.getByText('This doesn’t have the form of a backup code')).toBeVisible()
  await page.getByLabel('A backup code').fill(codes[0] ?? '')
  await page.getByRole('button', { name: 'Check its form' }).click()
  await expect(page.getByText('It was not compared or used.')).toBeVisible()
  await page.getByRole('button', { name: 'Yes, it’s there' }).click()
  await expect(page.getByText('Your app would still work.')).toBeVisible()

  await page.getByRole('link', { name: 'Back to the overview' }).click()
  await expect(page.getByText('You last rehearsed this just now.')).toBeVisible()
  await page.goto('/account/fallbacks')
  await expect(page.getByText('10 left')).toBeVisible()
})
