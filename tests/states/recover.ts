import { expect } from '@playwright/test'
import { hold, press, read, refuse, see } from '#tests/states/act.ts'
import { story } from '#tests/states/story.ts'

/** A recovery with only a mailbox, from the start of the wait to the new passkey. */
export const wait = story(
  'the wait',
  [
    'recover-code',
    'recover-code-wrong',
    'recover-explain',
    'recover-sending',
    'recover-waiting-0h',
    'recover-waiting-12h',
    'recover-stop-dialog',
    'recover-wait-over',
    'banner-recovery-waiting',
    'banner-recovery-ready',
    'take-back',
    'recover-ready',
    'recover-ready-asking',
    'recover-codes',
  ],
  async ({ page, person, passkeys, mailbox, clock, say, show }) => {
    const [words, general, account] = [say('recover'), say('components'), say('account')]
    await person.signUp()
    const back = await person.elsewhere()
    const { page: other } = back

    await other.goto('/recover')
    await other.getByLabel(general('email')).fill(person.email)
    await press(other, words('sendCode'))
    await see(other, words('checkMail'))
    await show('recover-code', other)
    const code = await mailbox.code(person.email, 'recovery-code')
    await other.getByLabel(words('code')).fill(code === '000000' ? '111111' : '000000')
    await other.locator('[aria-invalid=true]').waitFor()
    await show('recover-code-wrong', other)
    await other.getByLabel(words('code')).fill(code)
    await see(other, words('explain.title', { hours: 24 }))
    await show('recover-explain', other)

    // The first answer has no time, as while the letter is not yet accepted.
    await other.route('**/api/recovery/start', async (route) => {
      const { readyAt, closesAt, ...standing } = (await (await route.fetch()).json()) as Record<string, unknown>
      // The page asks every few seconds: it may have gone on without this answer.
      await route.fulfill({ json: standing }).catch(() => {})
    })
    await press(other, words('explain.start', { hours: 24 }))
    await see(other, words('sending'))
    await show('recover-sending', other)
    await other.unroute('**/api/recovery/start')
    await see(other, words('waiting.title'))
    await show('recover-waiting-0h', other)
    await page.goto('/account')
    await see(page, account('title'))
    await page.getByRole('region', { name: account('recovery.label') }).waitFor()
    await show('banner-recovery-waiting')

    await clock.jump({ hours: 12 })
    await back.openRecovery()
    await see(other, words('waiting.title'))
    await show('recover-waiting-12h', other)
    await press(other, words('stop.button'))
    await see(other, words('stop.title'))
    await show('recover-stop-dialog', other)
    await press(other, words('stop.keep'))
    await clock.jump({ hours: 12, minutes: 1 })
    await other.reload()
    await see(other, words('waitOver'))
    await show('recover-wait-over', other)
    await page.reload()
    await page.getByRole('region', { name: account('recovery.label') }).waitFor()
    await show('banner-recovery-ready')

    await back.openRecovery()
    await see(other, words('ready.title'))
    await show('recover-ready', other)
    const finish = await hold(other, '**/api/recovery/finish')
    await press(other, words('ready.make'))
    await read(other, general('asking'))
    await show('recover-ready-asking', other)
    await finish.release()
    await see(other, words('codes.title'))
    await show('recover-codes', other)
    expect(await passkeys.list()).toHaveLength(1)

    await page.context().clearCookies()
    await person.pressSignIn()
    await see(page, say('signIn')('takeBack.recovery.title'))
    await show('take-back')
  },
)

/** A recovery that is cancelled, and one that expires. */
export const over = story(
  'recoveries that end',
  ['recover-cancelled', 'banner-stopped', 'recover-run-out', 'recover-over'],
  async ({ page, person, clock, say, show }) => {
    const [words, account] = [say('recover'), say('account')]
    await person.signUp()
    const back = await person.elsewhere()
    const { page: other } = back
    await back.startRecovery()
    await press(other, words('stop.button'))
    await press(other.getByRole('dialog'), words('stop.stop'))
    await see(other, words('stop.stopped'))
    await show('recover-cancelled', other)

    await clock.jump({ hours: 1 })
    await back.startRecovery()
    await page.goto('/account')
    await press(page, account('recovery.stop'))
    await read(page, account('recovery.stoppedTitle'))
    await show('banner-stopped')

    await clock.jump({ hours: 2 })
    await back.startRecovery()
    await refuse(other, '**/api/recovery/cancel', { status: 410, code: 'ceremony_over' })
    await press(other, words('stop.button'))
    await press(other.getByRole('dialog'), words('stop.stop'))
    await read(other, words('over'))
    await show('recover-over', other)

    await clock.jump({ hours: 2 })
    await back.openRecovery()
    await see(other, words('waiting.title'))
    await clock.jump({ hours: 97 })
    await other.reload()
    await see(other, words('runOut'))
    await show('recover-run-out', other)
  },
)

/** Access without a wait, by a code that only the owner has. */
export const secondCode = story(
  'the second code',
  ['recover-second', 'recover-second-wrong', 'recover-offer', 'account-borrowed'],
  async ({ person, say, show }) => {
    const words = say('recover')
    await person.signUp()
    const [code = ''] = await person.makeBackupCodes()
    await person.setUpApp()
    const back = await person.elsewhere()
    const { page: other } = back
    await back.openRecovery()
    await see(other, words('second.title'))
    await show('recover-second', other)
    await other.getByRole('textbox').fill('AAAA-AAAA-AAAA-AAAA')
    await press(other, words('second.signIn'))
    await other.locator('[aria-invalid=true]').waitFor()
    await show('recover-second-wrong', other)
    await other.getByRole('textbox').fill(code)
    await press(other, words('second.signIn'))
    await see(other, words('offer.title'))
    await show('recover-offer', other)
    await other.goto('/account')
    await other.getByRole('region', { name: say('account')('borrowed.label') }).waitFor()
    await show('account-borrowed', other)
  },
)
