import type { Page } from '@playwright/test'
import { giveRole } from './administration.ts'
import { expect, test } from './test.ts'

/** Chooses who may sign up, as an administrator in this page does. */
async function choose(page: Page, name: string): Promise<void> {
  await page.goto('/admin/settings')
  await page.getByRole('radio', { name: new RegExp(`^${name}`) }).check()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Every owner gets an e-mail about it.').first()).toBeVisible()
}

test('an invited person follows the letter, and a stranger stays out', async ({ page, person, server, mailbox }) => {
  await giveRole(page, server, { email: person.email, role: 'owner' })
  await choose(page, 'Only with an invitation')
  const guest = await person.elsewhere()
  const email = `guest-${person.email}`
  await guest.page.goto('/sign-up')
  await expect(guest.page.getByRole('heading', { name: 'You need an invitation' })).toBeVisible()

  await page.goto('/admin/invitations')
  await page.getByRole('button', { name: 'Invite people' }).click()
  await page.getByLabel('E-mail address').fill(email)
  await page.getByRole('button', { name: 'Send the invitation' }).click()
  await expect(page.getByRole('heading', { name: 'The invitation is ready' })).toBeVisible()
  const shown = await page.getByRole('dialog').locator('code').textContent()
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: email })).toContainText('Open')

  const { link = '' } = await mailbox.wait(email, 'invitation')
  expect(link).toBe(shown)
  await guest.page.goto(link)
  await expect(guest.page.getByRole('heading', { name: 'You are invited' })).toBeVisible()
  await expect(guest.page).toHaveURL(`${server.origin}/invited`)
  await expect(guest.page.getByLabel('E-mail address')).toHaveValue(email)
  await guest.page.getByRole('button', { name: 'Send me a code' }).click()
  const code = guest.page.getByLabel('Code from the e-mail')
  await expect(code).toBeVisible()
  // A phone drops the page while its owner reads the mail.
  await guest.page.reload()
  await code.fill(await mailbox.code(email, 'sign-up-code'))
  await guest.page.getByRole('button', { name: 'Create a passkey' }).click()
  await expect(guest.page.getByRole('heading', { name: 'You’re in' })).toBeVisible()

  await page.reload()
  await expect(page.getByRole('listitem').filter({ hasText: email })).toContainText('Used')
  const other = await person.elsewhere()
  await other.page.goto(link)
  await expect(other.page.getByRole('heading', { name: 'This invitation was used' })).toBeVisible()
  await choose(page, 'Everybody Anybody')
})

test('a person waits for approval, is approved, and signs in', async ({ page, person, server, mailbox }) => {
  await giveRole(page, server, { email: person.email, role: 'owner' })
  await choose(page, 'Everybody, after approval')
  const guest = await person.elsewhere()
  const email = `waiting-${person.email}`
  await guest.page.goto('/sign-up')
  await guest.page.getByLabel('E-mail address').fill(email)
  await guest.page.getByRole('button', { name: 'Send me a code' }).click()
  await guest.page.getByLabel('Code from the e-mail').fill(await mailbox.code(email, 'sign-up-code'))
  await guest.page.getByRole('button', { name: 'Create a passkey' }).click()
  await expect(guest.page.getByRole('heading', { name: 'Your account waits for approval' })).toBeVisible()
  await guest.pressSignIn()
  await expect(guest.page.getByText('This account waits for an administrator')).toBeVisible()

  await page.goto('/admin/approvals')
  await page.getByRole('button', { name: `Approve ${email}` }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Approve', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Nobody is waiting' })).toBeVisible()
  await mailbox.wait(email, 'sign-up-approved')
  await guest.signIn()
  await choose(page, 'Everybody Anybody')
})

test('a change of who may sign up is undone from its note', async ({ page, person, server }) => {
  await giveRole(page, server, { email: person.email, role: 'owner' })
  await choose(page, 'Nobody')
  const stranger = await person.elsewhere()
  await stranger.page.goto('/sign-up')
  await expect(stranger.page.getByRole('heading', { name: 'No new accounts at the moment' })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('It is as it was before.').first()).toBeVisible()
  await stranger.page.goto('/sign-up')
  await expect(stranger.page.getByRole('heading', { name: 'Create an account' })).toBeVisible()
})
