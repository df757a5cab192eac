import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { startServer } from './server.ts'
import { expect, test } from './test.ts'

test.use({
  server: [
    // Its own server: on the others a test may have made an owner already.
    async ({}, use) => {
      const server = await startServer()
      await use(server)
      await server.stop()
    },
    { scope: 'worker' },
  ],
})

test('a new operator opens the link, makes an account, and becomes the owner with one touch', async ({
  page,
  newcomer,
  mailbox,
  server,
}) => {
  await page.goto('/setup')
  await expect(page.getByRole('main')).toContainText('Open the link that “npx latchkey setup” prints')

  await page.goto(readFileSync(join(server.dataDir, 'setup-link'), 'utf8').trim())
  await expect(page).toHaveURL('/setup')
  await page.getByRole('link', { name: 'Create your account' }).click()
  await page.getByLabel('E-mail address').fill(newcomer.email)
  await page.getByRole('button', { name: 'Send me a code' }).click()
  await page.getByLabel('Code from the e-mail').fill(await mailbox.code(newcomer.email, 'sign-up-code'))
  await page.getByRole('button', { name: 'Create a passkey' }).click()
  await expect(page.getByRole('heading', { name: 'You’re in' })).toBeVisible()
  await page.getByRole('link', { name: 'Go to your account' }).click()

  await expect(page).toHaveURL('/setup')
  await expect(page.getByRole('main')).toContainText(`You are signed in as ${newcomer.email}`)
  await page.getByRole('button', { name: 'Become the owner' }).click()
  await expect(page.locator('#main').getByRole('alert')).toContainText('a second way in')
  await page.getByRole('link', { name: 'Add a second way in' }).click()
  await page.getByRole('button', { name: 'Create backup codes' }).click()
  await expect(page.getByRole('button', { name: 'Copy' })).toBeVisible()

  page.on('dialog', (dialog) => void dialog.accept())
  await page.goto('/setup')
  await page.getByRole('button', { name: 'Become the owner' }).click()
  await expect(page).toHaveURL('/admin')
  expect((await page.request.get('/api/admin/people')).status()).toBe(200)
  await page.goto('/setup')
  await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible()
})
