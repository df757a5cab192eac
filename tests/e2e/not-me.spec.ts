import { expect, plugIn, test } from './test.ts'

test('that wasn’t me: the owner ends a session, sees what it did, and where to close what it opened', async ({
  page,
  person,
  passkeys,
}) => {
  const thief = await person.elsewhere()
  await passkeys.cloneTo(thief.passkeys)
  await thief.signInByAutofill()
  await passkeys.setCounter((await thief.passkeys.sole()).signCount)
  await thief.page.goto('/account/passkeys')
  await thief.passkeys.unplug()
  const own = await plugIn(thief.page)
  await thief.page.getByRole('button', { name: 'Add a passkey' }).click()
  await expect(thief.page.getByRole('list', { name: 'Your passkeys' }).getByRole('listitem')).toHaveCount(2)
  await own.unplug()

  await page.goto('/account/sessions')
  await page.getByRole('link', { name: 'That wasn’t me' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'That wasn’t me' })).toBeVisible()
  const did = page.getByRole('list', { name: 'What this session did, newest first' })
  await expect(did.locator('summary')).toHaveText([/added/, /Signed in/])
  await expect(page.getByText('was added since then. Remove it if it isn’t yours.')).toBeVisible()
  await expect(page.getByText('No address was added since then.')).toBeVisible()

  await page.getByRole('button', { name: 'End this session' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'End this session' }).click()
  await expect(page.getByText('It has ended. Nobody is signed in with it any more.')).toBeVisible()
  // What it did is still there.
  await expect(did.locator('summary')).toHaveText([/added/, /Signed in/])
  await thief.page.goto('/account')
  await expect(thief.page).toHaveURL(/\/sign-in/)

  await page.getByRole('link', { name: 'Look at passkeys' }).click()
  await expect(page).toHaveURL(/\/account\/passkeys$/)
})

test('that wasn’t me: an entry of the activity leads to its session, and the own one is not ended there', async ({
  page,
  person,
}) => {
  expect(person.email).toContain('@')
  await page.goto('/account/activity')
  const entry = page.getByRole('listitem').filter({ hasText: 'Account created' })
  await expect(entry.getByRole('link', { name: 'That wasn’t me' })).toBeHidden()
  await entry.locator('summary').click()
  await entry.getByRole('link', { name: 'That wasn’t me' }).click()
  await expect(page.getByText('This is the session you are using now.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'End this session' })).toHaveCount(0)
})

test('that wasn’t me: what was refused let nobody in, and other numbers say nothing of other people', async ({
  page,
  person,
  passkeys,
}) => {
  const copy = await passkeys.sole()
  const owner = await person.elsewhere()
  await passkeys.cloneTo(owner.passkeys)
  await owner.signInByAutofill()
  const thief = await person.elsewhere()
  await thief.passkeys.add({ ...copy, signCount: 0 })
  await thief.pressSignIn()
  await expect(thief.page.getByRole('alert').filter({ hasText: 'sign' })).toBeVisible()

  await page.goto('/account/activity?about=worrying')
  const entry = page.getByRole('listitem').filter({ hasText: 'went backwards' })
  await entry.locator('summary').click()
  await entry.getByRole('link', { name: 'That wasn’t me' }).click()
  await expect(page.getByRole('heading', { name: 'Nobody got in' })).toBeVisible()

  for (const asked of ['event=999999', 'event=-1', 'event=x', 'session=nothing', 'event=1&event=2', '']) {
    await page.goto(`/account/activity/not-me?${asked}`)
    await expect(page.getByRole('heading', { name: 'Nothing to end' })).toBeVisible()
  }
})

test('the activity is grouped by days and can be narrowed', async ({ page, person, clock }) => {
  expect(person.email).toContain('@')
  await clock.jump({ days: 2 })
  await page.goto('/account/data')
  await page.getByRole('textbox', { name: 'Name' }).fill('Mira Holm')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Mira Holm' }).or(page.getByText('saved'))).toBeVisible()
  await page.goto('/account/activity')
  const days = page.getByRole('heading', { level: 2 })
  await expect(days).toHaveCount(2)
  await expect(days.first()).toHaveText('Today')
  await page.getByRole('navigation', { name: 'Show only' }).getByRole('link', { name: 'Ways in' }).click()
  await expect(page.getByText('Nothing of this kind has happened.')).toBeVisible()
  await page.getByRole('navigation', { name: 'Show only' }).getByRole('link', { name: 'Account' }).click()
  await expect(page.getByText('Your name was changed')).toBeVisible()
})

test('that wasn’t me: what the account began with is not called added since then', async ({ page, person }) => {
  expect(person.email).toContain('@')
  await page.goto('/account/activity/not-me?event=1')
  await expect(page.getByText('No passkey was added since then.')).toBeVisible()
  await expect(page.getByText('No address was added since then.')).toBeVisible()
})
