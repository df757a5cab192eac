import { scene } from '#server/mail/writers/scene.ts'
import type { Desk, Link, Writers } from '#server/mail/sheet.ts'

/** Letters about sign-ins and suspicious attempts. */
export const SIGN_INS: Writers<
  'new-browser' | 'borrowed-sign-in' | 'suspicious-sign-in' | 'wrong-codes-in-session' | 'session-ended-by-codes'
> = {
  'new-browser': ({ params }, desk) => {
    const say = desk.words('signInLetters')
    return {
      paragraphs: [say(`newBrowser.${params.way}`, { product: desk.product })],
      facts: scene(desk, params),
      links: toSessions(desk),
      ifNotYou: [say('newBrowserNotYou')],
    }
  },
  'borrowed-sign-in': ({ params }, desk) => {
    const say = desk.words('signInLetters')
    return {
      paragraphs: [say('borrowed', { product: desk.product }), say('borrowedHint')],
      facts: scene(desk, params),
      links: toSessions(desk),
      ifNotYou: [say('borrowedNotYou')],
    }
  },
  'suspicious-sign-in': ({ params }, desk) => {
    const say = desk.words('signInLetters')
    return {
      paragraphs: [say(`guessed.${params.way}`, { product: desk.product }), say('guessedHint')],
      facts: scene(desk, params),
      links: [{ label: desk.words('letters')('happened'), url: desk.page('/account/activity') }],
      ifNotYou: [say(`guessedNotYou.${params.way}`)],
    }
  },
  'wrong-codes-in-session': ({ params }, desk) => {
    const say = desk.words('signInLetters')
    return {
      paragraphs: [say('inSession', { product: desk.product }), say('inSessionHint')],
      facts: scene(desk, params),
      links: toSessions(desk),
      ifNotYou: [say('inSessionNotYou')],
    }
  },
  'session-ended-by-codes': ({ params }, desk) => {
    const say = desk.words('signInLetters')
    return {
      paragraphs: [say('ended', { product: desk.product }), say('endedHint')],
      facts: scene(desk, params),
      links: toSessions(desk),
      ifNotYou: [say('endedNotYou')],
    }
  },
}

function toSessions({ words, page }: Desk): Link[] {
  return [{ label: words('signInLetters')('see'), url: page('/account/sessions') }]
}
