import { expect, plugIn, test } from './test.ts'

test('U2 U3 a person signs up, signs out, and signs in by autofill and by the button', async ({
  page,
  newcomer,
  passkeys,
}) => {
  await newcomer.signUp()
  await page.getByRole('link', { name: 'Go to your account' }).click()
  await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible()
  expect(await passkeys.list()).toHaveLength(1)

  await newcomer.signOut()
  await passkeys.leaveAutofill(() => page.goto('/account'))
  await expect(page).toHaveURL(/\/sign-in\?next=%2Faccount$/)
  await newcomer.signInByAutofill()

  await newcomer.signOut()
  await newcomer.signIn()
  await page.goto('/account/activity')
  await expect(page.getByRole('main')).toContainText(/sign/i)
})

test('E1 sign-up looks the same for a taken address, and its owner gets a different letter', async ({
  person,
  passkeys,
  mailbox,
}) => {
  expect(await passkeys.list()).toHaveLength(1)

  const { page: stranger } = await person.elsewhere()
  await stranger.goto('/sign-up')
  await stranger.getByLabel('E-mail address').fill(person.email)
  await stranger.getByRole('button', { name: 'Send me a code' }).click()
  await expect(stranger.getByRole('heading', { name: 'Check your e-mail' })).toBeVisible()
  const letter = await mailbox.wait(person.email, 'already-have-account')
  expect(letter.code).toBeUndefined()
})

test('U13 U16 a person adds, renames and removes a passkey, and cannot remove the last one', async ({
  page,
  person,
  passkeys,
  mailbox,
  clock,
}) => {
  const first = await passkeys.sole()
  await passkeys.unplug()
  const second = await plugIn(page, { synced: false })

  await page.goto('/account/passkeys')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  const list = page.getByRole('list', { name: 'Your passkeys' })
  await expect(list.getByRole('listitem')).toHaveCount(2)
  expect(await second.list()).toHaveLength(1)
  await mailbox.wait(person.email, 'passkey-added')

  await list
    .getByRole('button', { name: /^Rename/ })
    .last()
    .click()
  await page.getByRole('dialog').getByLabel('Name').fill('Work laptop <b>')
  await page.getByRole('dialog').getByRole('button', { name: 'Rename' }).click()
  await expect(list.getByText('Work laptop <b>', { exact: true })).toBeVisible()

  // The new passkey has not settled, so the page asks for the first one at once, however stale the session is.
  await clock.jump({ minutes: 11 })
  await second.unplug()
  const back = await plugIn(page)
  await back.add(first)
  await list.getByRole('button', { name: 'Remove Work laptop <b>' }).click()
  await page.getByRole('button', { name: 'Remove this passkey' }).click()
  await expect(list.getByRole('listitem')).toHaveCount(1)
  await mailbox.wait(person.email, 'passkey-removed')

  await list.getByRole('button', { name: /^Remove/ }).click()
  await page.getByRole('button', { name: 'Remove this passkey' }).click()
  await expect(page.getByText('This is your last way to sign in.')).toBeVisible()
  await page.getByRole('button', { name: 'Keep it' }).click()
  await expect(list.getByRole('listitem')).toHaveCount(1)
})

test('S11 a person ends another session, and its next request is refused', async ({
  page,
  person,
  passkeys,
  mailbox,
}) => {
  const other = await person.elsewhere()
  const { page: elsewhere } = other
  await passkeys.cloneTo(other.passkeys)
  await other.signInByAutofill()
  await mailbox.wait(person.email, 'new-browser')
  expect((await elsewhere.request.get('/api/session')).status()).toBe(200)

  await page.goto('/account/sessions')
  await page.getByRole('button', { name: /^End the session/ }).click()
  await page.getByRole('button', { name: 'End this session' }).click()
  await expect(page.getByText('You’re not signed in anywhere else.')).toBeVisible()
  expect((await elsewhere.request.get('/api/session')).status()).toBe(401)
  await elsewhere.goto('/account')
  await expect(elsewhere).toHaveURL(/\/sign-in/)
})

test('W12 U10 a lower counter is refused, flagged and reported to the owner', async ({
  page,
  person,
  passkeys,
  mailbox,
}) => {
  await person.signOut()
  await person.signInByAutofill()
  await person.signOut()

  // A copy of the passkey from before: its counter is behind.
  const thief = await person.elsewhere()
  await passkeys.cloneTo(thief.passkeys)
  await thief.passkeys.setCounter(0)
  await thief.pressSignIn()
  await expect(thief.page.getByText('We couldn’t sign you in.')).toBeVisible()
  await mailbox.wait(person.email, 'passkey-counter-regressed')
  expect(await thief.passkeys.list(), 'nothing is signalled away').toHaveLength(1)

  await passkeys.setCounter((await passkeys.sole()).signCount + 10)
  await person.signInByAutofill()
  await page.goto('/account/passkeys')
  await expect(page.getByText('Possibly copied')).toBeVisible()
})

test('U9 an unknown passkey is signalled to the password manager, and no other failure is', async ({
  page,
  person,
  passkeys,
}) => {
  await person.signOut()
  await passkeys.makeStale()
  await person.pressSignIn()
  await expect(page.getByText('We don’t know this passkey.')).toBeVisible()
  await expect.poll(() => passkeys.list()).toHaveLength(0)
})
