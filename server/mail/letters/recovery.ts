import { linkToken } from '#server/mail/code.ts'
import { scene } from '#server/mail/letters/scene.ts'
import { utc } from '#server/mail/plain.ts'
import type { Desk, Link, Writers } from '#server/mail/sheet.ts'

type RecoveryName = 'recovery-started' | 'recovery-reminder' | 'recovery-ready' | 'recovery-cancelled' | 'recovery-completed'

const STOP = 'Stop it with the link above. Opening the page alone changes nothing: you type the word CANCEL there. You do not have to sign in for it.'
const MAILBOX = 'Whoever started it can read your mail: change the password of your mailbox, too.'

/** Letters about getting back in with nothing but a mailbox. Those of a live recovery carry the link that stops it. */
export const RECOVERY: Writers<RecoveryName> = {
  'recovery-started': ({ params }, desk) => ({
    paragraphs: [
      `Someone who can read your mail asked to get back into your ${desk.product} account without any passkey or code of yours.`,
      `Nobody gets in before the wait is over, at the earliest on ${utc(params.readyAt)}. Until then everything stays as it is, and your passkeys keep working.`,
      'If it was you, there is nothing to do now: we write to you again when it is ready.',
    ],
    facts: scene(params, 'Started'),
    links: toCancel(desk, params.recoveryId),
    ifNotYou: [STOP, MAILBOX],
  }),
  'recovery-reminder': ({ params }, desk) => ({
    paragraphs: [
      `The recovery of your ${desk.product} account is still waiting. Nobody gets in before ${utc(params.readyAt)}.`,
      'If it was you who started it, there is nothing to do now: we write to you again when it is ready.',
    ],
    facts: scene(params, 'Started'),
    links: toCancel(desk, params.recoveryId),
    ifNotYou: [STOP, MAILBOX],
  }),
  'recovery-ready': ({ params }, desk) => ({
    paragraphs: [
      `The wait is over: you can now get back into your ${desk.product} account. You have 72 hours, until ${utc(params.closesAt)}.`,
      `Go back to ${desk.page('/recover')}, get a fresh code there, and make a new passkey.`,
      'The new passkey replaces everything the account could be entered with before: passkeys, authenticator app, backup codes and password. All sessions end.',
    ],
    facts: scene(params, 'Started'),
    links: toCancel(desk, params.recoveryId),
    ifNotYou: [`There is still time. ${STOP}`, MAILBOX],
  }),
  'recovery-cancelled': ({ params }, { product, page }) => ({
    paragraphs: [`The recovery of your ${product} account was cancelled. Nobody got in, nothing was changed, and the links of its letters are dead.`],
    facts: scene(params),
    links: [{ label: 'See what happened', url: page('/account/activity') }],
    ifNotYou: [`If you still cannot sign in, start again at ${page('/recover')}. Whoever cancelled it had one of the letters, or is signed in to your account.`],
  }),
  'recovery-completed': ({ params }, { product, page }) => ({
    paragraphs: [
      `Your ${product} account was recovered: it has a new passkey and new backup codes. Everything it could be entered with before was removed, and all other sessions were ended.`,
      'For the next 72 hours its addresses cannot be changed, and it cannot be deleted.',
    ],
    facts: scene(params),
    links: [{ label: 'Check your account', url: page('/account') }],
    ifNotYou: [`Change the password of your mailbox first. Then take the account back at ${page('/recover')}: your addresses are still on it.`],
  }),
}

function toCancel({ page, keys }: Desk, recoveryId: string): Link[] {
  return [{ label: 'Stop this recovery', url: page(`/recover/cancel/${linkToken(keys, 'cancel', recoveryId)}`) }]
}
