import { press, read, see } from '#tests/states/act.ts'
import { story } from '#tests/states/story.ts'

const PASSWORD = 'four quiet herons by the weir'

/** The password beside the authenticator app: set, used, and refused. */
export const password = story(
  'the password',
  [
    'password-set-dialog',
    'password-too-weak',
    'password-good',
    'fallbacks-with-all',
    'password-remove-dialog',
    'app-off-dialog',
    'password-wrong',
    'password-second-step',
    'password-second-step-wrong',
    'account-passkey-offer',
    'sign-in-last-password',
    'sign-in-last-password-listed',
  ],
  async ({ page, person, say, show }) => {
    const [fallbacks, signIn, general] = [say('fallbacks'), say('signIn'), say('components')]
    await person.signUp()
    await person.makeBackupCodes()
    const app = await person.setUpApp()
    await press(page, fallbacks('password.set'))
    const dialog = page.getByRole('dialog')
    await see(dialog, fallbacks('newPassword.title'))
    await show('password-set-dialog')
    const field = dialog.getByLabel(fallbacks('newPassword.label'), { exact: true })
    await field.fill('123456789012')
    await press(dialog, fallbacks('newPassword.save'))
    await dialog.locator('[aria-invalid=true]').waitFor()
    await show('password-too-weak')
    await field.fill(PASSWORD)
    await dialog
      .getByRole('status')
      .filter({ hasText: fallbacks('newPassword.score', { score: 4 }) })
      .waitFor()
    await show('password-good')
    await press(dialog, fallbacks('newPassword.save'))
    await dialog.waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: fallbacks('password.remove') }).waitFor()
    await show('fallbacks-with-all')
    await press(page, fallbacks('password.remove'))
    await show('password-remove-dialog')
    await page.keyboard.press('Escape')
    await press(page, fallbacks('app.turnOff'))
    await show('app-off-dialog')
    await page.keyboard.press('Escape')

    await person.signOut()
    await page.goto('/sign-in/password')
    await page.getByLabel(general('email')).fill(person.email)
    const given = page.getByLabel(signIn('byPassword.password'), { exact: true })
    await given.fill('not the right password')
    await press(page, general('continue'))
    await read(page, say('refusals')('sign_in_failed'))
    await show('password-wrong')
    await given.fill(PASSWORD)
    await press(page, general('continue'))
    await see(page, signIn('byPassword.codeTitle'))
    await show('password-second-step')
    await page.getByRole('textbox').fill('000000')
    await press(page, signIn('title'))
    await page.locator('[aria-invalid=true]').waitFor()
    await show('password-second-step-wrong')
    await page.getByRole('textbox').fill(await app.freshCode())
    await press(page, signIn('title'))
    await see(page, say('account')('offer.title'))
    await show('account-passkey-offer')
    await person.signOut()
    await page.goto('/sign-in')
    await read(page, signIn('lastUsed'))
    await show('sign-in-last-password')
    await press(page, signIn('otherWays'))
    await see(page, signIn('otherWays'))
    await show('sign-in-last-password-listed')
  },
)
