import { giveRole } from './administration.ts'
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
  await page.goto('/admin')
  await expect(page.getByRole('heading', { name: 'Confirm it’s you to go on' })).toBeVisible()
  await page.getByRole('button', { name: 'Confirm with a passkey' }).click()
  await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible()
})
