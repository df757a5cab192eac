import { press, read } from '#tests/states/act.ts'
import { story } from '#tests/states/story.ts'

/** The confirmation that is asked for after ten minutes. */
export const confirmation = story(
  'a confirmation',
  ['confirm-by-passkey', 'confirm-by-code', 'confirm-by-code-wrong', 'confirm-not-possible'],
  async ({ page, person, clock, say, show }) => {
    const [words, data] = [say('confirmation'), say('data')]
    await person.signUp()
    await person.makeBackupCodes()
    await person.setUpApp()
    await person.signOut()
    await person.signIn()
    await clock.jump({ minutes: 11 })
    await page.goto('/account/data')
    await press(page, data('download'))
    const dialog = page.getByRole('dialog', { name: words('title') })
    await dialog.getByRole('button', { name: words('confirmPasskey') }).waitFor()
    await show('confirm-by-passkey')
    await press(dialog, words('ratherCode'))
    await dialog.getByRole('textbox').waitFor()
    await show('confirm-by-code')
    await dialog.getByRole('textbox').fill('000000')
    await press(dialog, words('confirm'))
    await dialog.locator('[aria-invalid=true]').waitFor()
    await show('confirm-by-code-wrong')
    await page.keyboard.press('Escape')

    // The passkey is removed between the question and the press.
    const ways: string[][] = [['passkey']]
    await page.route('**/api/confirmation/options', (route) => route.fulfill({ json: { ways: ways.shift() ?? [] } }))
    await press(page, data('download'))
    await press(dialog, words('confirmPasskey'))
    await read(dialog, words('cannotHint'))
    await show('confirm-not-possible')
  },
)
