import type { LetterName } from '#server/mail/letters.ts'

/** What each letter is called: its heading and its subject. Fixed words, so nobody writes into a subject. */
export const TITLES: Record<LetterName, string> = {
  'sign-up-code': 'Your sign-up code',
  'recovery-code': 'Your recovery code',
  'email-code': 'Confirm this address',

  'already-have-account': 'You already have an account',
  'account-deletion-started': 'Your account will be deleted',
  'account-deletion-undone': 'Your account stays',
  'account-deleted': 'Your account was deleted',

  'passkey-added': 'A passkey was added',
  'passkey-removed': 'A passkey was removed',
  'passkey-counter-regressed': 'A passkey may have been copied',

  'new-browser': 'Sign-in from a new browser',
  'borrowed-sign-in': 'Sign-in without a passkey',
  'suspicious-sign-in': 'Someone nearly signed in',

  'recovery-started': 'Account recovery was started',
  'recovery-reminder': 'Account recovery is still waiting',
  'recovery-ready': 'Account recovery is ready',
  'recovery-cancelled': 'Account recovery was cancelled',
  'recovery-completed': 'Your account was recovered',

  'totp-on': 'Authenticator app turned on',
  'totp-off': 'Authenticator app turned off',
  'totp-disabled': 'Authenticator app blocked after wrong codes',
  'backup-codes-made': 'New backup codes were made',
  'backup-code-used': 'A backup code was used',
  'password-set': 'A password was set',
  'password-removed': 'The password was removed',

  'email-added': 'An address was added',
  'email-removed': 'An address was removed',
  'email-promoted': 'The main address was changed',
  'email-restored': 'An address change was undone',

  'several-notices': 'Several things happened on your account',
}
