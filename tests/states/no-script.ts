import { story } from '#tests/states/story.ts'

const PAGES = {
  'no-script-home': '/',
  'no-script-sign-in': '/sign-in',
  'no-script-password': '/sign-in/password',
  'no-script-sign-up': '/sign-up',
  'no-script-recover': '/recover',
  'no-script-mailbox': '/mailbox',
  'no-script-account': '/account',
  'no-script-passkeys': '/account/passkeys',
  'no-script-fallbacks': '/account/fallbacks',
  'no-script-emails': '/account/emails',
  'no-script-sessions': '/account/sessions',
  'no-script-activity': '/account/activity',
  'no-script-data': '/account/data',
} as const

/** Every page without scripts. */
export const noScript = story(
  'without scripts',
  [...(Object.keys(PAGES) as (keyof typeof PAGES)[]), 'no-script-cancel'],
  async ({ person, mailbox, withoutScript, show }) => {
    await person.signUp()
    const personal = await withoutScript()
    const pages = Object.entries(PAGES) as [keyof typeof PAGES, string][]
    for (const [state, path] of pages.filter(([, path]) => path.startsWith('/account') || path === '/mailbox')) {
      await personal.goto(path)
      await show(state, personal)
    }
    const back = await person.elsewhere()
    await back.startRecovery()
    await personal.context().clearCookies()
    for (const [state, path] of pages.filter(([, path]) => !path.startsWith('/account') && path !== '/mailbox')) {
      await personal.goto(path)
      await show(state, personal)
    }
    await personal.goto(await mailbox.link(person.email, 'recovery-started'))
    await show('no-script-cancel', personal)
  },
)
