import { expect } from '@playwright/test'
import { plugIn } from '#tests/kit/test.ts'
import { hold, press, read, see } from '#tests/states/act.ts'
import { story } from '#tests/states/story.ts'

/** Passkeys: added, renamed, removed, and the last one that stays. */
export const passkeys = story(
  'passkeys',
  [
    'passkey-already',
    'passkey-adding',
    'passkey-added',
    'passkey-rename-dialog',
    'passkey-remove-dialog',
    'passkey-left-over',
    'passkey-last-way-in',
    'passkeys-unsupported',
  ],
  async ({ page, person, passkeys: device, say, show }) => {
    const words = say('passkeys')
    await person.signUp()
    await page.goto('/account/passkeys')
    await press(page, words('add.button'))
    await read(page, say('faults')('already'))
    await show('passkey-already')

    const first = await device.sole()
    await device.unplug()
    const second = await plugIn(page)
    const answer = await hold(page, '**/api/passkeys')
    await press(page, words('add.button'))
    await read(page, say('components')('asking'))
    await show('passkey-adding')
    await answer.release()
    const rows = page.getByRole('list', { name: words('list') }).getByRole('listitem')
    await expect(rows).toHaveCount(2)
    await show('passkey-added')
    await rows.last().getByRole('button').first().click()
    await see(page, words('rename.title'))
    await show('passkey-rename-dialog')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox').fill('Phone')
    await press(dialog, words('rename.button'))
    await read(page, 'Phone')

    const other = await person.elsewhere()
    await second.cloneTo(other.passkeys)
    await other.signInByAutofill()
    // Only the passkey of the sign-up has settled, so the page asks for it.
    await second.unplug()
    await plugIn(page).then((back) => back.add(first))
    await press(page, words('remove.label', { name: 'Phone' }))
    await see(page, words('remove.title', { name: 'Phone' }))
    await show('passkey-remove-dialog')
    await press(dialog, words('remove.confirm'))
    await see(page, words('leftOver.title', { name: 'Phone' }))
    await show('passkey-left-over')
    await press(dialog, words('leftOver.leave'))
    await expect(rows).toHaveCount(1)
    await rows.first().getByRole('button').last().click()
    await press(dialog, words('remove.confirm'))
    await read(dialog, say('refusals')('last_way_in'))
    await show('passkey-last-way-in')

    await page.addInitScript(() => {
      Reflect.deleteProperty(window, 'PublicKeyCredential')
    })
    await page.reload()
    await read(page, say('components')('noPasskeys'))
    await show('passkeys-unsupported')
  },
)
