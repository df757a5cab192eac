import { linkToken } from '#server/mail/link-token.ts'
import type { LetterOf } from '#server/mail/letter-types.ts'
import { moment, scene } from '#server/mail/writers/scene.ts'
import { oneLine } from '#server/mail/plain.ts'
import type { Desk, Sheet, Writers } from '#server/mail/sheet.ts'

type EmailName = 'email-added' | 'email-removed' | 'email-promoted' | 'email-restored'

/**
 * Letters about an account's addresses. The letter to an address that lost something has a link that undoes the change.
 */
export const EMAILS: Writers<EmailName> = {
  'email-added': sheet,
  'email-removed': sheet,
  'email-promoted': sheet,
  'email-restored': sheet,
}

function sheet({ letter, params }: LetterOf<EmailName>, desk: Desk): Sheet {
  const say = desk.words('emailLetters')
  const begun = {
    paragraphs: [say(letter, { product: desk.product, address: oneLine(params.address) })],
    facts: scene(desk, params),
  }
  if ('undoId' in params && params.undoId && params.undoUntil)
    return { ...begun, ...undo(desk, params.undoId, params.undoUntil) }
  return { ...begun, links: [{ label: say('see'), url: desk.page('/account/emails') }], ifNotYou: [say('notYou')] }
}

function undo(desk: Desk, undoId: string, undoUntil: number): Pick<Sheet, 'links' | 'ifNotYou'> {
  const say = desk.words('emailLetters')
  return {
    links: [{ label: say('undo'), url: desk.page(`/emails/undo/${linkToken(desk.keys, 'undo', undoId)}`) }],
    ifNotYou: [say('undoNotYou', { end: moment(desk, undoUntil) }), say('undoEnds')],
  }
}
