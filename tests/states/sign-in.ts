import { expect } from '@playwright/test'
import { hold, press, read, refuse, see } from '#tests/states/act.ts'
import { story } from '#tests/states/story.ts'

/** Signing in with a passkey, and what can go wrong with it. */
export const signIn = story(
  'signing in',
  [
    'sign-in-other-ways',
    'sign-in-asking',
    'sign-in-checking',
    'sign-in-last-used',
    'sign-in-unknown-passkey',
    'sign-in-not-used',
    'sign-in-refused',
    'sign-in-limited',
    'sign-in-unreachable',
    'home-signed-in',
  ],
  async ({ page, person, passkeys, say, show }) => {
    const [words, faults, refusals] = [say('signIn'), say('faults'), say('refusals')]
    await person.signUp()
    await page.goto('/')
    await show('home-signed-in')
    await person.signOut()

    await passkeys.leaveAutofill(() => page.goto('/sign-in'))
    await press(page, words('otherWays'))
    await see(page, words('otherWays'))
    await show('sign-in-other-ways')

    await passkeys.leaveAutofill(() => page.goto('/sign-in'))
    const options = await hold(page, '**/api/sign-in/options')
    await press(page, words('button'))
    await read(page, say('components')('asking'))
    await show('sign-in-asking')
    const answer = await hold(page, '**/api/sign-in')
    await options.release()
    await read(page, words('checking'))
    await show('sign-in-checking')
    await answer.release()
    await expect(page).toHaveURL(/\/account$/)
    await person.signOut()

    await passkeys.leaveAutofill(() => page.goto('/sign-in'))
    await read(page, words('lastUsed'))
    await show('sign-in-last-used')
    await passkeys.setUserVerified(false)
    await passkeys.leaveAutofill(() => press(page, words('button')))
    await read(page, faults('notUsed'))
    await show('sign-in-not-used')
    await passkeys.setUserVerified(true)

    await passkeys.leaveAutofill(() => page.goto('/sign-in'))
    await refuse(page, '**/api/sign-in', { status: 401, code: 'sign_in_failed', detail: refusals('sign_in_failed') })
    await press(page, words('button'))
    await read(page, refusals('sign_in_failed'))
    await show('sign-in-refused')
    await refuse(page, '**/api/sign-in', { status: 429, code: 'too_many_attempts', retryAfter: 600 })
    await press(page, words('button'))
    await read(page, faults('tooManyTries', { count: 10, unit: 'minute' }))
    await show('sign-in-limited')
    await page.route('**/api/sign-in/options', (route) => route.abort(), { times: 1 })
    await press(page, words('button'))
    await read(page, faults('unreachable'))
    await show('sign-in-unreachable')

    await passkeys.makeStale()
    await person.pressSignIn()
    await read(page, refusals('unknown_passkey'))
    await show('sign-in-unknown-passkey')
  },
)

/** Browsers without passkeys, or without autofill for them. */
export const oldBrowsers = story(
  'old browsers',
  ['sign-in-unsupported', 'sign-up-unsupported', 'sign-in-without-autofill', 'sign-in-not-secure'],
  async ({ page, person, say, show }) => {
    const words = say('components')
    await page.addInitScript(() => {
      Reflect.deleteProperty(window, 'PublicKeyCredential')
    })
    await page.goto('/sign-in')
    await read(page, words('noPasskeys'))
    await show('sign-in-unsupported')
    await page.goto('/sign-up')
    await read(page, words('noPasskeys'))
    await show('sign-up-unsupported')

    await page.addInitScript(() => {
      Object.defineProperty(window, 'isSecureContext', { value: false })
    })
    await page.goto('/sign-in')
    await read(page, words('notSecure'))
    await show('sign-in-not-secure')

    const { page: other } = await person.elsewhere()
    await other.addInitScript(() => {
      PublicKeyCredential.isConditionalMediationAvailable = () => Promise.resolve(false)
    })
    await other.goto('/sign-in')
    await see(other, say('signIn')('title'))
    await show('sign-in-without-autofill', other)
  },
)
