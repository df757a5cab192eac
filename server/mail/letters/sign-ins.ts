import type { Way } from '#db/sessions.ts'
import { scene } from '#server/mail/letters/scene.ts'
import type { Desk, Link, Writers } from '#server/mail/sheet.ts'

const WITH: Record<Way, string> = {
  sign_up: 'a passkey made at sign-up',
  passkey: 'a passkey',
  password: 'the password and a second step',
  mailbox_code: 'a code from your mailbox and a second step',
  recovery: 'account recovery',
}

const GUESSED = { password: 'the right password', mailbox_code: 'the right code from your mailbox' }

/** Letters about how somebody signed in, or nearly did. */
export const SIGN_INS: Writers<'new-browser' | 'borrowed-sign-in' | 'suspicious-sign-in'> = {
  'new-browser': ({ params }, desk) => ({
    paragraphs: [`Someone signed in to your ${desk.product} account with ${WITH[params.way]}, from a browser that your account has not used before.`],
    facts: scene(params),
    links: toSessions(desk),
    ifNotYou: ['End that session, remove passkeys you do not know, and make new backup codes.'],
  }),
  'borrowed-sign-in': ({ params }, desk) => ({
    paragraphs: [
      `Someone signed in to your ${desk.product} account without a passkey: with a code from your mailbox and a code from your authenticator app or a backup code.`,
      'This session is short, and ends by itself. If it is your own device, make a passkey there: it is quicker and safer.',
    ],
    facts: scene(params),
    links: toSessions(desk),
    ifNotYou: ['Somebody can read your mail and has your other codes. End that session, make new backup codes, set up your authenticator app anew, and change the password of your mailbox.'],
  }),
  'suspicious-sign-in': ({ params }, desk) => ({
    paragraphs: [
      `Someone gave ${GUESSED[params.way]} for your ${desk.product} account, but failed at the second step several times. Nobody got in.`,
      'If it was you, nothing is wrong: wait 15 minutes and try again, or use your passkey.',
    ],
    facts: scene(params),
    links: [{ label: 'See what happened', url: desk.page('/account/activity') }],
    ifNotYou: [
      params.way === 'password'
        ? 'Somebody knows your password. Sign in with your passkey and change or remove it, here and wherever else you use it.'
        : 'Somebody can read your mail. Change the password of your mailbox, and turn on its second step.',
    ],
  }),
}

function toSessions({ page }: Desk): Link[] {
  return [{ label: 'See your sessions', url: page('/account/sessions') }]
}
