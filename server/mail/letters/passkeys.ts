import { scene } from '#server/mail/letters/scene.ts'
import { quoted } from '#server/mail/plain.ts'
import type { Desk, Link, Writers } from '#server/mail/sheet.ts'

/** Letters about passkeys. */
export const PASSKEYS: Writers<'passkey-added' | 'passkey-removed' | 'passkey-counter-regressed'> = {
  'passkey-added': ({ params }, desk) => ({
    paragraphs: [`The passkey ${quoted(params.name)} was added to your ${desk.product} account. From now on it signs you in.`],
    facts: scene(params),
    links: toPasskeys(desk),
    ifNotYou: ['Sign in with a passkey of your own, remove this one, and end all other sessions. Then make new backup codes.'],
  }),
  'passkey-removed': ({ params }, desk) => ({
    paragraphs: [
      `The passkey ${quoted(params.name)} was removed from your ${desk.product} account. It no longer signs you in, and you can delete it from the device that keeps it.`,
    ],
    facts: scene(params),
    links: toPasskeys(desk),
    ifNotYou: ['Sign in, check which passkeys are left, remove those you do not know, and end all other sessions.'],
  }),
  'passkey-counter-regressed': ({ params }, desk) => ({
    paragraphs: [
      `Someone tried to sign in to your ${desk.product} account with the passkey ${quoted(params.name)}. We refused it.`,
      'This passkey counts how often it is used, and its count went backwards. That can mean that somebody copied it. It can also be a fault of the device or security key that keeps it.',
      'Sign in with another passkey and look at this one in your list, where it is marked. Do you still have the device, and was it you? Then try again. If you are in doubt, remove the passkey and make a new one.',
    ],
    facts: scene(params),
    links: toPasskeys(desk),
    ifNotYou: ['Remove the passkey now, and end all other sessions. Nobody got in with this attempt.'],
  }),
}

function toPasskeys({ page }: Desk): Link[] {
  return [{ label: 'See your passkeys', url: page('/account/passkeys') }]
}
