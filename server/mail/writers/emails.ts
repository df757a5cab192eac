import type { LetterOf } from '#server/mail/letter-types.ts'
import { whatIsKept } from '#server/mail/writers/removed.ts'
import { scene } from '#server/mail/writers/scene.ts'
import { oneLine } from '#server/mail/plain.ts'
import type { Desk, Sheet, Writers } from '#server/mail/sheet.ts'

type EmailName = 'email-added' | 'email-removed' | 'email-promoted' | 'email-restored'

/** Letters about an account's addresses. They have no link that changes anything: a removed address can do nothing. */
export const EMAILS: Writers<EmailName> = {
  'email-added': sheet,
  'email-removed': sheet,
  'email-promoted': sheet,
  'email-restored': sheet,
}

function sheet({ letter, params }: LetterOf<EmailName>, desk: Desk): Sheet {
  const say = desk.words('emailLetters')
  return {
    paragraphs: [
      say(letter, { product: desk.product, address: oneLine(params.address) }),
      ...('until' in params ? whatIsKept(params, desk, { takesBack: false }) : []),
    ],
    facts: scene(desk, params),
    links: [{ label: say('see'), url: desk.page('/account/emails') }],
    ifNotYou: [say('notYou'), say('notYouHint', { page: desk.page('/recover') })],
  }
}
