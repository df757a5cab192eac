import type { Scene } from '#server/mail/letters.ts'
import { scene } from '#server/mail/letters/scene.ts'
import type { Desk, Sheet, Writers } from '#server/mail/sheet.ts'

type FactorName = 'totp-on' | 'totp-off' | 'totp-disabled' | 'backup-codes-made' | 'backup-code-used' | 'password-set' | 'password-removed'

/** Letters about what an account has besides passkeys. */
export const FACTORS: Writers<FactorName> = {
  'totp-on': ({ params }, desk) =>
    sheet(params, desk, `An authenticator app was turned on for your ${desk.product} account. Its codes now help you back in when your passkey is not at hand.`),
  'totp-off': ({ params }, desk) =>
    sheet(params, desk, `The authenticator app was turned off for your ${desk.product} account. Its codes no longer work. If there was a password, it went with it.`),
  'totp-disabled': ({ params }, desk) =>
    sheet(
      params,
      desk,
      `Somebody typed 100 wrong codes in a row for your ${desk.product} account. We stopped accepting codes from your authenticator app, before one could be guessed.`,
      'Your passkeys work as before. To use the app again, sign in with a passkey and set it up anew.',
    ),
  'backup-codes-made': ({ params }, desk) =>
    sheet(params, desk, `New backup codes were made for your ${desk.product} account. All older ones no longer work: throw them away.`),
  'backup-code-used': ({ params }, desk) => sheet(params, desk, `A backup code of your ${desk.product} account was used.`, codesLeft(params.remaining)),
  'password-set': ({ params }, desk) =>
    sheet(params, desk, `A password was set for your ${desk.product} account. It works only together with a code from your authenticator app or a backup code.`),
  'password-removed': ({ params }, desk) => sheet(params, desk, `The password of your ${desk.product} account was removed. Your passkeys work as before.`),
}

function sheet(params: Scene, { page }: Desk, ...paragraphs: string[]): Sheet {
  return {
    paragraphs,
    facts: scene(params),
    links: [{ label: 'See your other ways in', url: page('/account/fallbacks') }],
    ifNotYou: ['Sign in with your passkey, end all other sessions, and set up your authenticator app and backup codes anew.'],
  }
}

function codesLeft(remaining: number): string {
  if (remaining === 0) return 'It was the last one. Make new backup codes soon.'
  return remaining === 1 ? 'One is left. Make new backup codes soon.' : `${remaining} are left.`
}
