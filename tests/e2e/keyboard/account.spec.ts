import { expect, plugIn, test } from './test.ts'

test('U24 the keyboard alone adds, renames and removes passkeys, but not the last one', async ({
  page,
  person,
  passkeys,
  keys,
}) => {
  const first = await passkeys.sole()
  await passkeys.unplug()
  const second = await plugIn(page)
  await page.goto('/account/passkeys')
  await keys.press('button', 'Got it')
  await expect(page.getByText('This is your only passkey')).toHaveCount(0)
  await keys.held()
  await keys.back('button', 'Add a passkey')
  await keys.key('Enter')
  await keys.told('status', 'was added')
  await expect(page.getByRole('button', { name: 'Add a passkey' })).toBeFocused()
  await keys.held()

  const rows = page.getByRole('list', { name: 'Your passkeys' }).getByRole('listitem')
  await expect(rows).toHaveCount(2)
  const rename = await keys.to('button', /^Rename/)
  await keys.key('Enter')
  await keys.trapped('Rename this passkey')
  await keys.escape(rename.first())
  await keys.key('Enter')
  await expect(page.getByRole('dialog').getByLabel('Name')).toBeFocused()
  await keys.key('ControlOrMeta+a')
  await keys.type('Work laptop')
  await keys.key('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Rename Work laptop' })).toBeFocused()
  await keys.held()
  await keys.told('note', 'Renamed to “Work laptop”.')

  // Only the passkey of the sign-up has settled.
  await second.unplug()
  await plugIn(page).then((back) => back.add(first))
  await keys.press('button', 'Remove Work laptop')
  await keys.trapped('Remove “Work laptop”?')
  await keys.press('button', 'Remove this passkey')
  await expect(rows).toHaveCount(1)
  await keys.told('note', '“Work laptop” was removed.')
  await keys.told('note', 'Undo')
  await keys.held()

  const remove = await keys.back('button', /^Remove(?! for good)/)
  await keys.key('Enter')
  await keys.press('button', 'Remove this passkey')
  await keys.told('alert', 'This is your last way to sign in.')
  await keys.held()
  await keys.escape(remove)
  expect(person.email).toContain('@')
})

test('U24 the keyboard alone adds an address, makes it primary and removes it', async ({
  page,
  person,
  mailbox,
  clock,
  keys,
}) => {
  const second = `second-${person.email}`
  await page.goto('/account/emails')
  const add = await keys.to('button', 'Add an address')
  await keys.key('Enter')
  await keys.trapped('Add an address')
  await keys.escape(add)
  await keys.key('Enter')
  await keys.type(person.email)
  await keys.key('Enter')
  await expect(page.getByText('This address already belongs to your account.')).toBeVisible()
  await keys.held()
  await keys.key('ControlOrMeta+a')
  await keys.type(second)
  await keys.key('Enter')
  await expect(page.getByLabel('Code from the e-mail')).toBeFocused()
  await keys.trapped('Check that mailbox')
  await keys.to('textbox', 'Code from the e-mail')
  await keys.type(await mailbox.code(second, 'email-code'))
  await keys.told('note', 'We told all your addresses.')
  await expect(page.getByRole('button', { name: 'Add an address' })).toBeFocused()
  await keys.held()

  await keys.press('button', `Make primary: ${second}`)
  await keys.trapped('Make this your primary address?')
  await keys.press('button', 'Make it primary')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('list', { name: 'Your addresses' }).getByRole('listitem').first()).toContainText(second)
  await keys.held()

  // Only an address that can recover the account can be the last one.
  await clock.jump({ hours: 25 })
  await page.reload()
  await keys.press('button', `Remove ${person.email}`)
  await keys.trapped('Remove this address?')
  await keys.press('button', 'Remove this address')
  await expect(page.getByRole('list', { name: 'Your addresses' }).getByRole('listitem')).toHaveCount(1)
  await keys.held()
})

test('U24 the keyboard alone ends one session, then all others', async ({
  page,
  person,
  passkeys,
  meanwhile,
  keys,
}) => {
  for (let device = 0; device < 2; device += 1) {
    const other = await person.elsewhere()
    await passkeys.cloneTo(other.passkeys)
    await meanwhile(() => other.signInByAutofill())
    // Each copy continues its own counter.
    await passkeys.setCounter((await other.passkeys.sole()).signCount)
  }
  await page.goto('/account/sessions')
  const rows = page.getByRole('list', { name: 'Your sessions' }).getByRole('listitem')
  await expect(rows).toHaveCount(3)
  const end = await keys.to('button', /^End the session/)
  await keys.key('Enter')
  await keys.trapped('End this session?')
  await keys.escape(end.first())
  await keys.key('Enter')
  await keys.press('button', 'End this session')
  await expect(rows).toHaveCount(2)
  await keys.held()
  const others = await keys.to('button', 'Sign out everywhere else')
  await keys.key('Enter')
  await keys.trapped('Sign out everywhere else?')
  await keys.escape(others)
  await keys.key('Enter')
  await keys.press('button', 'Sign out the others')
  await expect(page.getByText('You’re not signed in anywhere else.')).toBeVisible()
  await keys.held()
})

test('U24 the keyboard alone changes the name and undoes it, downloads the data after a confirmation, and deletes the account', async ({
  page,
  person,
  clock,
  passkeys,
  keys,
}) => {
  expect([person.email, await passkeys.list()]).toEqual([expect.stringContaining('@'), expect.any(Array)])
  await clock.jump({ minutes: 11 })
  await page.goto('/account/data')
  await keys.write('Name', 'Mira')
  await keys.key('Enter')
  await keys.told('note', 'Saved. Your name is now “Mira”.')
  await keys.held()
  await keys.key('F6')
  await keys.press('button', 'Undo')
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('')
  await keys.told('note', 'Saved. Your address is now shown instead.')
  await keys.held()

  const download = await keys.to('button', 'Download my data')
  await keys.key('Enter')
  await keys.trapped('Confirm it’s you')
  await keys.escape(download)
  const file = page.waitForEvent('download')
  await keys.key('Enter')
  await keys.press('button', 'Confirm with a passkey')
  expect((await file).suggestedFilename()).toBe('latchkey-export.json')
  await keys.told('note', 'Saved as latchkey-export.json.')
  await expect(download).toBeFocused()
  await keys.held()

  const open = await keys.to('button', 'Delete account …')
  await keys.key('Enter')
  await keys.trapped('Delete your account?')
  await keys.escape(open)
  await keys.key('Enter')
  await keys.write('Type DELETE to continue', 'DELETE')
  await keys.key('Enter')
  await expect(page).toHaveURL(/\/goodbye$/)
  await keys.to('link', 'Sign in and keep the account')
})
