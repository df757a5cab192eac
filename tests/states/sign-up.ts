import { expect } from '@playwright/test'
import { hold, press, read, refuse, see } from '#tests/states/act.ts'
import { story } from '#tests/states/story.ts'

/** Making an account, with every possible error. */
export const signUp = story(
  'signing up',
  [
    'sign-up-malformed',
    'sign-up-code',
    'sign-up-code-wrong',
    'sign-up-code-again',
    'sign-up-code-later',
    'sign-up-code-over',
    'sign-up-passkey',
    'sign-up-passkey-asking',
    'sign-up-passkey-refused',
    'sign-up-passkey-over',
    'sign-up-done',
    'sign-up-codes',
    'sign-up-codes-kept',
  ],
  async ({ page, person, mailbox, clock, say, show }) => {
    const [words, general, refusals] = [say('signUp'), say('components'), say('refusals')]
    const field = page.getByLabel(words('code'))
    await page.clock.install()
    await page.goto('/sign-up')
    await page.getByLabel(general('email')).fill('mira@mail')
    await press(page, words('sendCode'))
    await page.locator('[aria-invalid=true]').waitFor()
    await show('sign-up-malformed')

    await page.getByLabel(general('email')).fill(person.email)
    await press(page, words('sendCode'))
    await see(page, words('checkMail'))
    await show('sign-up-code')
    const first = await mailbox.code(person.email, 'sign-up-code')
    await field.fill(first === '000000' ? '111111' : '000000')
    await page.locator('[aria-invalid=true]').waitFor()
    await show('sign-up-code-wrong')
    await page.clock.fastForward('31')
    await press(page, general('resend'))
    await read(page, general('sentAgain'))
    await show('sign-up-code-again')
    for (const _ of ['third', 'fourth']) {
      const answered = page.waitForResponse('**/api/sign-up')
      await page.clock.fastForward('31')
      await press(page, general('resend'))
      await answered
    }
    await page.locator('[pattern="[0-9]{12}"]').waitFor()
    await show('sign-up-code-later')
    await clock.jump({ minutes: 11 })
    await field.fill(await mailbox.code(person.email, 'sign-up-code'))
    await read(page, words('codeOver'))
    await show('sign-up-code-over')

    await clock.jump({ hours: 1 })
    await person.proveMailbox()
    await see(page, words('passkeyTitle'))
    await show('sign-up-passkey')
    const answer = await hold(page, '**/api/sign-up/passkey')
    await press(page, words('create'))
    await read(page, general('asking'))
    await show('sign-up-passkey-asking')
    await clock.jump({ minutes: 6 })
    await answer.release()
    await read(page, words('passkeyOver'))
    await show('sign-up-passkey-over')

    await clock.jump({ hours: 1 })
    await person.proveMailbox()
    await refuse(page, '**/api/sign-up/passkey', {
      status: 422,
      code: 'passkey_refused',
      detail: refusals('passkey_refused'),
    })
    await press(page, words('create'))
    await read(page, refusals('passkey_refused'))
    await show('sign-up-passkey-refused')
    await press(page, words('create'))
    await see(page, words('doneTitle'))
    await show('sign-up-done')
    await press(page, words('makeCodes'))
    await expect(page.locator('ol code')).toHaveCount(10)
    await show('sign-up-codes')
    await page.getByLabel(say('codes')('saved')).check()
    await press(page, say('codes')('continue'))
    await expect(page.locator('ol code')).toHaveCount(0)
    await show('sign-up-codes-kept')
  },
)

/** Signing up with an address that has an account: the page is the same, the letter differs. */
export const taken = story(
  'a taken address',
  ['sign-up-taken', 'mailbox-letters', 'mailbox-letter-open'],
  async ({ page, person, mailbox, say, show }) => {
    const words = say('signUp')
    await person.signUp()
    const { page: stranger } = await person.elsewhere()
    await stranger.goto('/sign-up')
    await stranger.getByLabel(say('components')('email')).fill(person.email)
    await press(stranger, words('sendCode'))
    await see(stranger, words('checkMail'))
    await show('sign-up-taken', stranger)
    await mailbox.wait(person.email, 'already-have-account')
    await page.goto(`/mailbox?to=${person.email}`)
    await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(2)
    await show('mailbox-letters')
    await page.locator('summary').first().click()
    await page.frameLocator('iframe').getByRole('heading').first().waitFor()
    await show('mailbox-letter-open')
  },
)
