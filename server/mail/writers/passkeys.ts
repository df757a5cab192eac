import { whatIsKept } from '#server/mail/writers/removed.ts'
import { scene } from '#server/mail/writers/scene.ts'
import { aName } from '#server/mail/plain.ts'
import type { Desk, Link, Writers } from '#server/mail/sheet.ts'

/** Letters about passkeys. */
export const PASSKEYS: Writers<'passkey-added' | 'passkey-removed' | 'passkey-counter-regressed'> = {
  'passkey-added': ({ params }, desk) => {
    const say = desk.words('passkeyLetters')
    return {
      paragraphs: [say('added', { product: desk.product, name: aName(params.name) })],
      facts: scene(desk, params),
      links: toPasskeys(desk),
      ifNotYou: [say('addedNotYou')],
    }
  },
  'passkey-removed': ({ params }, desk) => {
    const say = desk.words('passkeyLetters')
    return {
      paragraphs: [say('removed', { product: desk.product, name: aName(params.name) }), ...whatIsKept(params, desk)],
      facts: scene(desk, params),
      links: toPasskeys(desk),
      ifNotYou: [params.until === undefined ? say('removedNotYou') : desk.words('removedLetters')('takeBackByPasskey')],
    }
  },
  'passkey-counter-regressed': ({ params }, desk) => {
    const say = desk.words('passkeyLetters')
    return {
      paragraphs: [
        say('regressed', { product: desk.product, name: aName(params.name) }),
        say('regressedWhy'),
        say('regressedHint'),
      ],
      facts: scene(desk, params),
      links: toPasskeys(desk),
      ifNotYou: [say('regressedNotYou')],
    }
  },
}

function toPasskeys({ words, page }: Desk): Link[] {
  return [{ label: words('passkeyLetters')('see'), url: page('/account/passkeys') }]
}
