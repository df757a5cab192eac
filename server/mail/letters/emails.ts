import { linkToken } from '#server/mail/code.ts'
import type { LetterOf } from '#server/mail/letters.ts'
import { scene } from '#server/mail/letters/scene.ts'
import { oneLine, utc } from '#server/mail/plain.ts'
import type { Desk, Sheet, Writers } from '#server/mail/sheet.ts'

/** Letters about an account's addresses. Those to the address that lost something carry the link that takes it back. */
export const EMAILS: Writers<'email-added' | 'email-removed' | 'email-promoted' | 'email-restored'> = {
  'email-added': (letter, desk) =>
    sheet(letter, desk, `The address ${oneLine(letter.params.address)} was added to your ${desk.product} account. It gets letters like this one at once, and helps you back in only after a waiting time of 24 hours or more.`),
  'email-removed': (letter, desk) =>
    sheet(letter, desk, `The address ${oneLine(letter.params.address)} was removed from your ${desk.product} account. It gets no more letters and no longer helps you back in.`),
  'email-promoted': (letter, desk) =>
    sheet(letter, desk, `The address ${oneLine(letter.params.address)} is now the main address of your ${desk.product} account.`),
  'email-restored': (letter, desk) =>
    sheet(letter, desk, `A change of addresses of your ${desk.product} account was undone: ${oneLine(letter.params.address)} is what it was before. All sessions were ended, so sign in again.`),
}

function sheet({ params }: LetterOf<keyof typeof EMAILS>, desk: Desk, paragraph: string): Sheet {
  const facts = scene(params)
  if ('undoId' in params && params.undoId) return { paragraphs: [paragraph], facts, ...undo(desk, params.undoId, params.undoUntil) }
  return {
    paragraphs: [paragraph],
    facts,
    links: [{ label: 'See your addresses', url: desk.page('/account/emails') }],
    ifNotYou: ['Sign in with your passkey, check your addresses, and end all other sessions. The address that was there before has a letter that takes the change back.'],
  }
}

function undo({ page, keys }: Desk, undoId: string, undoUntil: number | undefined): Pick<Sheet, 'links' | 'ifNotYou'> {
  const end = undoUntil === undefined ? '' : `, until ${utc(undoUntil)}`
  return {
    links: [{ label: 'Undo this change', url: page(`/emails/undo/${linkToken(keys, 'undo', undoId)}`) }],
    ifNotYou: [
      `Take the change back with the link above. It works for 7 days${end}. Opening the page alone changes nothing: you type the word UNDO there.`,
      'Undoing it ends every session of the account, so whoever made the change is out. Then sign in and check your passkeys.',
    ],
  }
}
