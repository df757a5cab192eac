import { cookieAt } from '#tests/helpers/cookie-names.ts'
import { see } from '#tests/states/act.ts'
import { story } from '#tests/states/story.ts'

/** The public pages that change nothing. */
export const front = story(
  'the front doors',
  [
    'home',
    'sign-in',
    'sign-up',
    'recover',
    'recover-what-happens',
    'sign-in-password',
    'goodbye',
    'signed-out',
    'not-found',
    'cancel-without-token',
    'mailbox-empty',
    'components',
  ],
  async ({ page, say, show }) => {
    await page.goto('/')
    await show('home')
    await page.goto('/sign-in')
    await see(page, say('signIn')('title'))
    await show('sign-in')
    await page.goto('/sign-up')
    await show('sign-up')
    await page.goto('/recover')
    await show('recover')
    await page.getByText(say('recover')('when.title')).click()
    await show('recover-what-happens')
    await page.goto('/sign-in/password')
    await show('sign-in-password')
    const url = new URL(page.url()).origin
    const ended = (value: string) => page.context().addCookies([{ name: cookieAt('goodbye', url), value, url }])
    await ended('account')
    await page.goto('/goodbye')
    await show('goodbye')
    await ended('session')
    await page.goto('/signed-out')
    await show('signed-out')
    await page.goto('/no-such-page')
    await see(page, say('places')('notFound.title'))
    await show('not-found')
    await page.goto('/recover/cancel')
    await show('cancel-without-token')
    await page.goto('/mailbox?to=nobody@example.com')
    await see(page, say('places')('mailbox.empty'))
    await show('mailbox-empty')
    await page.goto('/components')
    await show('components')
  },
)
