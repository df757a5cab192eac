import { expect } from '@playwright/test'
import { plugIn } from '#tests/kit/test.ts'
import { press, read, see } from '#tests/states/act.ts'
import { story } from '#tests/states/story.ts'

/** Ways in that were removed: listed, removed for good, brought back, and taking the account back. */
export const removed = story(
  'what was removed',
  [
    'removed-passkey',
    'for-good-dialog',
    'for-good-code',
    'for-good-wrong',
    'removed-for-good',
    'removed-codes',
    'take-back-removed',
  ],
  async ({ page, person, passkeys: device, mailbox, clock, say, show }) => {
    const words = say('removed')
    await person.signUp()
    await page.goto('/account/passkeys')
    const first = await device.sole()
    await device.unplug()
    const second = await plugIn(page)
    await press(page, say('passkeys')('add.button'))
    const rows = page.getByRole('list', { name: say('passkeys')('list') }).getByRole('listitem')
    await expect(rows).toHaveCount(2)
    const [name = ''] = await rows.last().getByRole('heading').allTextContents()
    await person.makeBackupCodes()

    await clock.jump({ days: 11 })
    const lost = await second.sole()
    await second.unplug()
    const back = await plugIn(page)
    await back.add(first)
    await person.signIn()
    await page.goto('/account/passkeys')
    await rows.last().getByRole('button').last().click()
    const dialog = page.getByRole('dialog')
    await press(dialog, say('passkeys')('remove.confirm'))
    await see(page, words('title'))
    await show('removed-passkey')

    await press(page, words('forGood.label', { name }))
    await see(page, words('forGood.title', { name }))
    await show('for-good-dialog')
    await press(dialog, words('forGood.send'))
    await see(page, words('forGood.checkMailbox'))
    await show('for-good-code')
    const code = await mailbox.code(person.email, 'removal-code')
    await dialog.getByLabel(words('forGood.code')).fill(code === '000000' ? '111111' : '000000')
    await dialog.locator('[aria-invalid=true]').waitFor()
    await show('for-good-wrong')
    await dialog.getByLabel(words('forGood.code')).fill(code)
    await read(page, words('final'))
    await show('removed-for-good')
    await press(page, words('bringBack.label', { name }))
    await expect(rows).toHaveCount(2)

    await page.goto('/account/fallbacks')
    await press(page, say('fallbacks')('codes.makeNew'))
    await press(dialog, say('fallbacks')('newCodes.make'))
    await page.getByLabel(say('codes')('saved')).check()
    await press(page, say('codes')('continue'))
    await see(page, words('title'))
    await show('removed-codes')

    await page.goto('/account/passkeys')
    await rows.last().getByRole('button').last().click()
    await press(dialog, say('passkeys')('remove.confirm'))
    await see(page, words('title'))
    await page.context().clearCookies()
    await back.unplug()
    await plugIn(page).then((found) => found.add(lost))
    await person.pressSignIn()
    await see(page, say('signIn')('takeBack.removed.title'))
    await show('take-back-removed')
  },
)
