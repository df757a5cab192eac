import { mailboxCode } from '#server/mail/code.ts'
import type { LetterOf } from '#server/mail/letters.ts'
import { scene } from '#server/mail/letters/scene.ts'
import type { Desk, Sheet, Writers } from '#server/mail/sheet.ts'

type CodeName = 'sign-up-code' | 'recovery-code' | 'email-code'

/** Letters that carry six digits. */
export const CODES: Writers<CodeName> = {
  'sign-up-code': (letter, desk) => ({
    ...codeSheet(letter, desk, `make your ${desk.product} account`),
    ifNotYou: ['Somebody may have mistyped their own address. You can ignore this letter: without the code no account is made.'],
  }),
  'recovery-code': (letter, desk) => ({
    ...codeSheet(letter, desk, `get back into your ${desk.product} account`),
    ifNotYou: [STRANGER],
  }),
  'email-code': (letter, desk) => ({
    ...codeSheet(letter, desk, `add this address to your ${desk.product} account`),
    ifNotYou: ['Somebody may have mistyped their own address. You can ignore this letter: without the code the address is not added.'],
  }),
}

const STRANGER =
  'Somebody typed your address on our page. Without this code they get no further, so you can ignore this letter. Never tell the code to anyone: whoever asks you for it is trying to get into your account.'

function codeSheet({ id, params }: LetterOf<CodeName>, { keys, product }: Desk, purpose: string): Sheet {
  return {
    paragraphs: [
      `Type this code into the tab where you began, to ${purpose}. It works for 10 minutes, and only in that browser.`,
      `Nobody from ${product} will ever ask you for it: not by phone, not by e-mail, not in a chat.`,
    ],
    code: mailboxCode(keys, id),
    facts: scene(params, 'Asked for'),
  }
}
