import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, runProgram } from '#tests/helpers/process.ts'
import { anotherPerson, giveRole } from './administration.ts'
import { expect, test } from './test.ts'

test('administration opens to people with a role, and for everybody else there is no such page', async ({
  page,
  person,
  server,
  browser,
}) => {
  const nowhere = await page.request.get('/nowhere')
  const closed = await page.request.get('/admin/people')
  expect([nowhere.status(), closed.status()]).toEqual([404, 404])
  await page.goto('/account')
  await expect(page.getByRole('link', { name: 'Administration' })).toHaveCount(0)
  await page.goto('/admin')
  await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible()
  await expect(page).toHaveTitle(/^Page not found/)
  expect(await closed.text()).not.toContain('Administration')

  await giveRole(page, server, { email: person.email, role: 'owner' })
  await page.goto('/account')
  await page.getByRole('link', { name: 'Administration' }).click()
  await expect(page).toHaveURL(`${server.origin}/admin`)
  await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible()
  await page.goto('/admin/people/nobody')
  await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible()
  await page.getByRole('link', { name: 'Your account' }).click()
  await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible()

  const stranger = await browser.newContext({ baseURL: server.origin })
  const door = await stranger.newPage()
  await door.goto('/admin/people')
  await expect(door).toHaveURL(/\/sign-in\?next=%2Fadmin%2Fpeople$/)
  await stranger.close()
})

test('administration closes an hour after the last confirmation, and a passkey opens it again', async ({
  page,
  person,
  server,
  clock,
}) => {
  await giveRole(page, server, { email: person.email, role: 'helper' })
  await clock.jump({ minutes: 61 })
  await page.goto('/admin/people')
  await expect(page.getByRole('heading', { name: 'Confirm it’s you to go on' })).toBeVisible()
  await page.getByRole('button', { name: 'Confirm with a passkey' }).click()
  await expect(page.getByRole('heading', { name: 'People' })).toBeVisible()
})

test('an owner finds a person, suspends them with a reason, ends that, and finds it all in the audit', async ({
  page,
  person,
  server,
  mailbox,
}) => {
  test.slow()
  await giveRole(page, server, { email: person.email, role: 'owner' })
  const ada = await anotherPerson(person, mailbox, server.origin, `ada-${person.email}`)
  await ada.page.goto(server.origin + '/account')

  await page.goto('/admin/people')
  await page.getByLabel('Search by address').fill('a')
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page.getByLabel('Search by address')).toHaveAttribute('aria-invalid', 'true')
  await page.getByLabel('Search by address').fill('nobody-')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Nobody found' })).toBeVisible()
  await page.getByLabel('Search by address').fill(ada.email.toUpperCase())
  await page.keyboard.press('Enter')
  await expect(page.getByText('1 person found')).toBeVisible()
  expect(page.url()).toBe(`${server.origin}/admin/people`)
  await page.getByRole('listitem').getByRole('link', { name: ada.email }).click()

  await expect(page.getByRole('heading', { name: ada.email, level: 1 })).toBeVisible()
  await page.getByRole('button', { name: 'Suspend' }).click()
  const dialog = page.getByRole('dialog', { name: `Suspend ${ada.email}?` })
  await dialog.getByRole('button', { name: 'Suspend' }).click()
  await expect(dialog.getByLabel('Reason')).toHaveAttribute('aria-invalid', 'true')
  await dialog.getByLabel('Reason').fill('You left the company')
  await dialog.getByLabel('Seven days').check()
  await dialog.getByRole('button', { name: 'Suspend' }).click()
  await expect(page.getByText('This person is suspended')).toBeVisible()
  await expect(page.getByText('Nowhere at the moment.')).toBeVisible()
  expect((await ada.page.request.get(`${server.origin}/api/session`)).status()).toBe(401)
  expect((await mailbox.wait(ada.email, 'administered')).text).toContain('You left the company')

  await page.getByRole('button', { name: 'End the suspension' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'End the suspension' }).click()
  await expect(page.getByText('This person is suspended')).toHaveCount(0)

  await page.getByRole('link', { name: 'Audit' }).click()
  const suspended = page.getByRole('listitem').filter({ hasText: `suspended ${ada.email}` })
  await expect(suspended).toContainText('Reason: You left the company')
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download as JSON' }).click()
  const file = await (await saved).path()
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ format: 'latchkey-audit-1' })
  const command = runProgram(process.execPath, [join(ROOT, 'cli/latchkey.mjs'), 'verify-activity', file])
  expect(await command.ended, command.said()).toBe(0)
  expect(command.said()).toContain('Intact')
})

test('a helper ends sessions by keyboard, and sees neither the audit nor a way to suspend', async ({
  page,
  person,
  server,
  mailbox,
}) => {
  test.slow()
  await giveRole(page, server, { email: person.email, role: 'helper' })
  const ada = await anotherPerson(person, mailbox, server.origin, `ada-${person.email}`)
  await page.goto('/admin/people')
  await page.getByRole('listitem').getByRole('link', { name: ada.email }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: ada.email, level: 1 })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Suspend' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Give a role', exact: true })).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Audit' })).toHaveCount(0)

  await page.getByRole('button', { name: 'End all sessions' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Reason')).toBeFocused()
  await page.keyboard.type('You lost your laptop')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Nowhere at the moment.')).toBeVisible()
  expect((await ada.page.request.get(`${server.origin}/api/session`)).status()).toBe(401)

  await page.goto('/admin/audit')
  await expect(page.getByRole('heading', { name: 'Your role doesn’t show this page' })).toBeVisible()
  await page.goto('/admin/people')
  await page.getByRole('listitem').getByRole('link', { name: person.email }).last().click()
  await expect(page.getByText('This is your own account')).toBeVisible()
  await expect(page.getByRole('button', { name: 'End all sessions' })).toHaveCount(0)
})

test('an owner gives a role to somebody who is ready for it, and takes it away', async ({
  page,
  person,
  server,
  mailbox,
}) => {
  test.slow()
  await giveRole(page, server, { email: person.email, role: 'owner' })
  const ada = await anotherPerson(person, mailbox, server.origin, `ada-${person.email}`)
  await page.goto('/admin/people')
  await page.getByRole('listitem').getByRole('link', { name: ada.email }).click()
  await page.getByRole('button', { name: 'Give a role', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: `Give ${ada.email} a role` })
  await dialog.getByLabel('Helper').check()
  await dialog.getByRole('button', { name: 'Give the role' }).click()
  await expect(dialog.getByRole('alert')).toContainText('a passkey and a second way in')
  await page.keyboard.press('Escape')

  await ada.page.request.post(`${server.origin}/api/backup-codes`, { headers: { origin: server.origin } })
  await page.reload()
  await page.getByRole('button', { name: 'Give a role', exact: true }).click()
  await dialog.getByLabel('Helper').check()
  await dialog.getByRole('button', { name: 'Give the role' }).click()
  await expect(page.getByRole('button', { name: 'Take the role Helper away' })).toBeVisible()
  await ada.page.goto(server.origin + '/admin/people')
  await expect(ada.page.getByRole('heading', { name: 'People' })).toBeVisible()

  await page.getByRole('button', { name: 'Take the role Helper away' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Take the role away' }).click()
  await expect(page.getByText('No role: this person sees nothing of administration.')).toBeVisible()
  await ada.page.goto(server.origin + '/admin/people')
  await expect(ada.page.getByRole('heading', { name: 'Page not found' })).toBeVisible()
})
