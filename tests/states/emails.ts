import { expect } from '@playwright/test'
import { press, read, see } from '#tests/states/act.ts'
import { story } from '#tests/states/story.ts'

/** Addresses: added, promoted, removed and brought back. */
export const emails = story(
  'addresses',
  [
    'emails-new',
    'email-add-dialog',
    'email-code-dialog',
    'email-code-wrong',
    'email-added',
    'email-promote-dialog',
    'email-remove-dialog',
    'emails-two',
    'email-removed',
    'email-brought-back',
    'letters-chosen',
  ],
  async ({ page, person, mailbox, say, show }) => {
    const words = say('emails')
    const second = `${person.email.split('@')[0]}.holm@example.org`
    await person.signUp()
    await page.goto('/account/emails')
    await show('emails-new')
    await press(page, words('add.button'))
    const dialog = page.getByRole('dialog')
    await see(dialog, words('add.button'))
    await show('email-add-dialog')
    await dialog.getByLabel(say('components')('email')).fill(second)
    await press(dialog, words('add.send'))
    await see(dialog, words('add.checkMailbox'))
    await show('email-code-dialog')
    const code = await mailbox.code(second, 'email-code')
    await dialog.getByLabel(words('add.code')).fill(code === '000000' ? '111111' : '000000')
    await dialog.locator('[aria-invalid=true]').waitFor()
    await show('email-code-wrong')
    await dialog.getByLabel(words('add.code')).fill(code)
    const rows = page.getByRole('list', { name: words('list') }).getByRole('listitem')
    await expect(rows).toHaveCount(2)
    await read(page, words('add.done', { email: second }))
    await show('email-added')

    await press(page, words('promote.label', { address: second }))
    await see(page, words('promote.title'))
    await show('email-promote-dialog')
    await press(dialog, words('promote.confirm'))
    await expect(rows.first()).toContainText('holm')
    await show('emails-two')
    await press(page, words('remove.label', { address: person.email }))
    await see(page, words('remove.title'))
    await show('email-remove-dialog')

    await press(dialog, words('remove.confirm'))
    await see(page, words('removed.list'))
    await show('email-removed')
    await press(page, words('removed.label', { address: person.email }))
    await read(page, words('removed.done', { address: person.email }))
    await show('email-brought-back')

    await page.getByLabel(words('letters.of.data-exported')).uncheck()
    await press(page, words('letters.save'))
    await read(page, words('letters.done'))
    await show('letters-chosen')
  },
)
