import { expect, plugIn, test } from './test.ts'

const notes = { name: 'Notifications' }

test('a note undoes the removal of a passkey, with its touch', async ({ page, person, passkeys, clock }) => {
  const first = await passkeys.sole()
  await passkeys.unplug()
  const second = await plugIn(page)
  await page.goto('/account/passkeys')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  const rows = page.getByRole('list', { name: 'Your passkeys' }).getByRole('listitem')
  await expect(rows).toHaveCount(2)
  await clock.jump({ days: 11 })
  await second.unplug()
  await plugIn(page).then((back) => back.add(first))
  await person.signIn()

  await page.goto('/account/passkeys')
  await rows.last().getByRole('button').last().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove this passkey' }).click()
  await expect(rows).toHaveCount(1)
  const note = page.getByRole('region', notes).getByRole('group')
  await expect(note).toContainText('was removed.')
  await note.getByRole('button', { name: 'Undo' }).click()
  await expect(rows).toHaveCount(2)
  await expect(note.filter({ hasText: 'is back.' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0)
})

test('a note undoes a new name; it stays until then, until something else is done, or until the page is left', async ({
  page,
  person,
}) => {
  expect(person.email).toContain('@')
  await page.clock.install()
  await page.goto('/account/data')
  const note = page.getByRole('region', notes).getByRole('group')
  const undo = note.getByRole('button', { name: 'Undo' })
  const name = page.getByRole('textbox', { name: 'Name' })
  await save('Mira')
  await page.clock.fastForward('20:00')
  await undo.click()
  await expect(name).toHaveValue('')
  await expect(undo).toHaveCount(0)
  await expect(note.filter({ hasText: 'Your address is now shown instead.' })).toBeVisible()
  await page.clock.fastForward('01:00')
  await expect(note).toHaveCount(0)

  await save('Mira')
  await page.getByRole('button', { name: 'Save name' }).click()
  await expect(undo).toHaveCount(0)

  await save('Mira Holm')
  await page.getByRole('link', { name: 'Activity' }).first().click()
  await expect(page).toHaveURL(/\/activity$/)
  await expect(undo).toHaveCount(0)

  async function save(wanted: string): Promise<void> {
    await name.fill(wanted)
    await page.getByRole('button', { name: 'Save name' }).click()
    await expect(note.filter({ hasText: `Your name is now “${wanted}”.` })).toBeVisible()
    await expect(undo).toBeVisible()
  }
})

test('a note says why it could not undo, and can be tried again', async ({ page, person }) => {
  expect(person.email).toContain('@')
  await page.goto('/account/data')
  const name = page.getByRole('textbox', { name: 'Name' })
  await name.fill('Mira')
  await page.getByRole('button', { name: 'Save name' }).click()
  const note = page.getByRole('region', notes).getByRole('group')
  await page.route('**/api/account', (route) => route.abort())
  await note.getByRole('button', { name: 'Undo' }).click()
  await expect(note.getByRole('alert')).not.toBeEmpty()
  await page.unroute('**/api/account')
  await note.getByRole('button', { name: 'Undo' }).click()
  await expect(name).toHaveValue('')
})

test('custody §2.5 a person turns off a letter that only informs, after a confirmation', async ({
  page,
  person,
  clock,
  mailbox,
}) => {
  await clock.jump({ minutes: 11 })
  await page.goto('/account/emails')
  const box = page.getByLabel('My data was downloaded')
  await expect(box).toBeChecked()
  await box.uncheck()
  await page.getByRole('button', { name: 'Save the choice' }).click()
  await person.confirm()
  await expect(page.getByText('Your choice of e-mails was saved.')).toBeVisible()
  await mailbox.wait(person.email, 'letters-chosen')
  await page.reload()
  await expect(box).not.toBeChecked()
  await expect(page.getByLabel('My authenticator app works again after it was suspended')).toBeChecked()
})
