import { scene } from '#server/mail/letters/scene.ts'
import { utc } from '#server/mail/plain.ts'
import type { Writers } from '#server/mail/sheet.ts'

/** Letters about an account as a whole. */
export const ACCOUNT: Writers<'already-have-account' | 'account-deletion-started' | 'account-deletion-undone' | 'account-deleted'> = {
  'already-have-account': ({ params }, { product, page }) => ({
    paragraphs: [
      `Someone tried to sign up for ${product} with this address. You already have an account with it, so no new one is needed.`,
      'If it was you, sign in with your passkey. If you cannot use it any more, there are other ways back in.',
    ],
    facts: scene(params),
    links: [
      { label: 'Sign in', url: page('/sign-in') },
      { label: 'I can’t use my passkey', url: page('/recover') },
    ],
    ifNotYou: ['You can ignore this letter. Nothing was changed, and whoever it was did not learn that you have an account.'],
  }),
  'account-deletion-started': ({ params }, { product, page }) => ({
    paragraphs: [
      `Your ${product} account will be deleted for good on ${utc(params.deleteAt)}.`,
      'If you change your mind, sign in before then: that alone keeps the account.',
    ],
    facts: scene(params, 'Asked for'),
    links: [{ label: 'Sign in to keep it', url: page('/sign-in') }],
    ifNotYou: ['Sign in now, which keeps the account. Then end all other sessions, and remove passkeys you do not know.'],
  }),
  'account-deletion-undone': ({ params }, { product, page }) => ({
    paragraphs: [`Someone signed in to your ${product} account, so it is not deleted. Everything is as it was.`],
    facts: scene(params),
    links: [{ label: 'Check your account', url: page('/account') }],
    ifNotYou: ['Sign in, end all other sessions, and remove passkeys you do not know.'],
  }),
  'account-deleted': ({ params }, { product }) => ({
    paragraphs: [
      `Your ${product} account was deleted, with its passkeys, codes, addresses and history. This is the last letter to you.`,
      `A passkey for ${product} may still be on your devices. It opens nothing any more, and you can delete it there.`,
    ],
    facts: scene(params),
  }),
}
