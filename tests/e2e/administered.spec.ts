import { join } from 'node:path'
import { ROOT, runProgram } from '#tests/helpers/process.ts'
import { expect, test } from './test.ts'

test('what the people who run this site did is in the activity, and is no session of the owner', async ({
  page,
  person,
  server,
}) => {
  await page.goto('/account/fallbacks')
  await page.getByRole('button', { name: 'Create backup codes' }).click()
  await expect(page.getByRole('button', { name: 'Copy' })).toBeVisible()
  const words = ['admin', 'grant', person.email, '--role', 'owner']
  const settings = { ORIGIN: server.origin, DATA_DIR: server.dataDir }
  const command = runProgram(process.execPath, [join(ROOT, 'cli/latchkey.mjs'), ...words], settings)
  expect(await command.ended, command.said()).toBe(0)

  page.on('dialog', (dialog) => void dialog.accept())
  await page.goto('/account/activity?about=worrying')
  const entry = page.getByRole('listitem').filter({ hasText: 'The operator of this site gave you the role “Owner”' })
  await entry.locator('summary').click()
  await entry.getByRole('link', { name: 'That wasn’t me' }).click()
  await expect(page.getByRole('heading', { name: 'An administrator did this' })).toBeVisible()
  await expect(page.getByRole('main')).toContainText('They can’t sign in as you')
  await expect(page.getByRole('heading', { name: 'Nobody got in' })).toHaveCount(0)
})
