import { plugIn } from './kit/device.ts'
import { confirmIt, pressButton, signInByAutofill, signInByButton, signOut, signUp } from './kit/steps.ts'
import { expect, test } from './kit/test.ts'

test('the passkey road: sign up, sign out, in by autofill, in by the button', async ({ page, device, mailbox, email }) => {
  await signUp(page, mailbox, email)
  await page.getByRole('link', { name: 'Go to your account' }).click()
  await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible()
  expect(await device.passkeys()).toHaveLength(1)

  await signOut(page)
  // A device that answers by itself would sign in again at once.
  await device.setPresent(false)
  await page.goto('/account')
  await expect(page).toHaveURL(/\/sign-in\?next=%2Faccount$/)
  await signInByAutofill(page, device)

  await signOut(page)
  await signInByButton(page, device)
  await page.goto('/account/activity')
  await expect(page.getByRole('main')).toContainText(/sign/i)
})

test('an address that is taken looks the same, and its owner gets another letter', async ({ page, device, mailbox, email, browser, server }) => {
  await signUp(page, mailbox, email)
  expect(await device.passkeys()).toHaveLength(1)

  const stranger = await (await browser.newContext({ baseURL: server.origin })).newPage()
  await stranger.goto('/sign-up')
  await stranger.getByLabel('E-mail address').fill(email)
  await stranger.getByRole('button', { name: 'Send me a code' }).click()
  await expect(stranger.getByRole('heading', { name: 'Check your mail' })).toBeVisible()
  const letter = await mailbox.wait(email, 'already-have-account')
  expect(letter.code).toBeUndefined()
  await stranger.context().close()
})

test('looks after passkeys: a second one, another name, removal after a fresh confirmation, and the last one stays', async ({ page, device, mailbox, clock, email }) => {
  await signUp(page, mailbox, email)
  const [first] = await device.passkeys()
  await device.unplug()
  const second = await plugIn(page, { synced: false })

  await page.goto('/account/passkeys')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  const list = page.getByRole('list', { name: 'Your passkeys' })
  await expect(list.getByRole('listitem')).toHaveCount(2)
  expect(await second.passkeys()).toHaveLength(1)
  await mailbox.wait(email, 'passkey-added')

  await list.getByRole('button', { name: /^Rename/ }).last().click()
  await page.getByRole('dialog').getByLabel('Name').fill('Work laptop <b>')
  await page.getByRole('dialog').getByRole('button', { name: 'Rename' }).click()
  await expect(list.getByText('Work laptop <b>', { exact: true })).toBeVisible()

  // Eleven minutes later the confirmation of the sign-up is stale, and the new passkey cannot give one: it came after the session.
  await clock.advance(11 * 60)
  await second.unplug()
  const back = await plugIn(page)
  if (first) await back.add(first)
  await list.getByRole('button', { name: 'Remove Work laptop <b>' }).click()
  await page.getByRole('button', { name: 'Remove this passkey' }).click()
  await confirmIt(page)
  await expect(list.getByRole('listitem')).toHaveCount(1)
  await mailbox.wait(email, 'passkey-removed')

  await list.getByRole('button', { name: /^Remove/ }).click()
  await page.getByRole('button', { name: 'Remove this passkey' }).click()
  await expect(page.getByText('This is your last way in.')).toBeVisible()
  await page.getByRole('button', { name: 'Keep it' }).click()
  await expect(list.getByRole('listitem')).toHaveCount(1)
})

test('ends another session, whose next request is refused', async ({ page, device, mailbox, email, browser, server }) => {
  await signUp(page, mailbox, email)
  const [passkey] = await device.passkeys()

  const elsewhere = await (await browser.newContext({ baseURL: server.origin })).newPage()
  const copy = await plugIn(elsewhere)
  if (passkey) await copy.add(passkey)
  await signInByAutofill(elsewhere, copy)
  await mailbox.wait(email, 'new-browser')
  expect((await elsewhere.request.get('/api/session')).status()).toBe(200)

  await page.goto('/account/sessions')
  await page.getByRole('button', { name: /^End the session/ }).click()
  await page.getByRole('button', { name: 'End this session' }).click()
  await expect(page.getByText('You are signed in nowhere else.')).toBeVisible()
  expect((await elsewhere.request.get('/api/session')).status()).toBe(401)
  // A device that answers by itself would sign in again at once.
  await copy.setPresent(false)
  await elsewhere.goto('/account')
  await expect(elsewhere).toHaveURL(/\/sign-in/)
  await elsewhere.context().close()
})

test('a counter that goes backwards is refused, flagged and told', async ({ page, device, mailbox, email }) => {
  await signUp(page, mailbox, email)
  await signOut(page)
  await signInByAutofill(page, device)
  await signOut(page)
  const [passkey] = await device.passkeys()
  if (!passkey) throw new Error('The device lost its passkey.')
  await device.unplug()

  // A copy of the passkey from before: its counter is behind.
  const thief = await plugIn(page)
  await thief.add({ ...passkey, signCount: 0 })
  await pressButton(page, thief)
  await expect(page.getByText('That did not sign you in.')).toBeVisible()
  await thief.setPresent(false)
  await mailbox.wait(email, 'passkey-counter-regressed')
  expect(await thief.passkeys(), 'nothing is signalled away').toHaveLength(1)
  await thief.unplug()

  const owner = await plugIn(page)
  await owner.add({ ...passkey, signCount: passkey.signCount + 10 })
  await signInByAutofill(page, owner)
  await page.goto('/account/passkeys')
  await expect(page.getByText('Perhaps copied')).toBeVisible()
})

test('a stale passkey is signalled away when it is unknown, and never on any other failure', async ({ page, device, mailbox, email }) => {
  await signUp(page, mailbox, email)
  const [passkey] = await device.passkeys()
  await signOut(page)
  if (!passkey) throw new Error('The device lost its passkey.')
  const stale = { ...passkey, credentialId: Buffer.from('a passkey that nobody knows here').toString('base64') }
  await device.remove(passkey.credentialId)
  await device.add(stale)

  await pressButton(page, device)
  await expect(page.getByText('This passkey is not known here.')).toBeVisible()
  await expect.poll(() => device.passkeys()).toHaveLength(0)
})
