import { join } from 'node:path'
import { expect } from '@playwright/test'
import Database from 'better-sqlite3'
import { press, read, see } from '#tests/states/act.ts'
import { story } from '#tests/states/story.ts'

/** Backup codes and the authenticator app, from the first set-up to their replacement. */
export const fallbacks = story(
  'ways back in',
  [
    'codes-shown',
    'codes-new-dialog',
    'app-qr',
    'app-qr-on-a-phone',
    'app-code',
    'app-code-wrong',
    'app-on',
    'app-suspended',
    'app-replace-dialog',
  ],
  async ({ page, person, dataDir, say, show }) => {
    const words = say('fallbacks')
    const dialog = page.getByRole('dialog')
    await person.signUp()
    await page.goto('/account/fallbacks')
    await press(page, words('codes.make'))
    await expect(page.locator('ol code')).toHaveCount(10)
    await show('codes-shown')
    await page.getByLabel(say('codes')('saved')).check()
    await press(page, say('codes')('continue'))
    await press(page, words('codes.makeNew'))
    await see(dialog, words('newCodes.title'))
    await show('codes-new-dialog')
    await press(dialog, words('newCodes.keep'))

    await press(page, words('app.setUp'))
    await dialog.getByRole('img').waitFor()
    await show('app-qr')
    const touch = await page.context().newCDPSession(page)
    await touch.send('Emulation.setTouchEmulationEnabled', { enabled: true })
    await read(dialog, words('setUpApp.scanElsewhere'))
    await show('app-qr-on-a-phone')
    await touch.send('Emulation.setTouchEmulationEnabled', { enabled: false })
    await read(dialog, words('setUpApp.scan'))
    await press(dialog, words('next'))
    await dialog.getByLabel(words('setUpApp.code')).waitFor()
    await show('app-code')
    await dialog.getByLabel(words('setUpApp.code')).fill('000000')
    await dialog.locator('[aria-invalid=true]').waitFor()
    await show('app-code-wrong')
    await page.keyboard.press('Escape')
    await person.setUpApp()
    await show('app-on')
    // A hundred wrong codes would take five hours of pauses.
    const database = new Database(join(dataDir, 'latchkey.sqlite'))
    try {
      database.exec('update totp set suspended_at = created_at')
      await page.reload()
      await read(page, words('suspended'))
      await show('app-suspended')
    } finally {
      database.exec('update totp set suspended_at = null')
      database.close()
    }
    await page.reload()
    await press(page, words('app.replace'))
    await see(dialog, words('setUpApp.replaceTitle'))
    await show('app-replace-dialog')
  },
)
