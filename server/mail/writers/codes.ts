import { mailboxCode, writtenCode } from '#server/mail/mailbox-code.ts'
import type { LetterOf } from '#server/mail/letter-types.ts'
import { scene } from '#server/mail/writers/scene.ts'
import type { Desk, Sheet, Writers } from '#server/mail/sheet.ts'

type CodeName = 'sign-up-code' | 'recovery-code' | 'email-code' | 'removal-code' | 'rehearsal-code'

/** Letters that carry a code. */
export const CODES: Writers<CodeName> = {
  'sign-up-code': codeSheet,
  'recovery-code': codeSheet,
  'email-code': codeSheet,
  'removal-code': codeSheet,
  'rehearsal-code': codeSheet,
}

function codeSheet({ id, letter, params }: LetterOf<CodeName>, desk: Desk): Sheet {
  const say = desk.words('codeLetters')
  return {
    paragraphs: [
      say(`type.${letter}`, { product: desk.product }),
      ...(params.long ? [say('long')] : []),
      say('neverAsked', { product: desk.product }),
    ],
    code: writtenCode(mailboxCode(desk.keys, id, params.long ? 12 : 6)),
    facts: scene(desk, params, 'askedFor'),
    ifNotYou: [say(`notYou.${letter}`)],
  }
}
