import type { LetterOf } from '#server/mail/letter-types.ts'
import { aName } from '#server/mail/plain.ts'
import type { Desk, Sheet, Writers } from '#server/mail/sheet.ts'
import { moment, scene } from '#server/mail/writers/scene.ts'

type RemovedName = 'way-in-brought-back' | 'way-in-removed-for-good'

/** Letters about ways in that were removed lately. */
export const REMOVED: Writers<RemovedName> = {
  'way-in-brought-back': (letter, desk) => sheet(letter, desk, []),
  'way-in-removed-for-good': (letter, desk) =>
    sheet(letter, desk, [desk.words('removedLetters')('stillBack', { until: moment(desk, letter.params.until) })]),
}

function sheet({ letter, params }: LetterOf<RemovedName>, desk: Desk, more: string[]): Sheet {
  const say = desk.words('removedLetters')
  const { wayIn, name = '' } = params
  const page = desk.page(wayIn === 'passkey' ? '/account/passkeys' : '/account/fallbacks')
  return {
    paragraphs: [say(letter, { product: desk.product, way: wayIn, name: aName(name) }), ...more],
    facts: scene(desk, params),
    links: [{ label: say('see'), url: page }],
    ifNotYou: [say('notYou')],
  }
}

/** Until when the owner can bring back what a letter says was removed or replaced, and what else it can do, if it is kept. */
export function whatIsKept(
  params: { until?: number },
  desk: Desk,
  { takesBack }: { takesBack: boolean } = { takesBack: true },
): string[] {
  if (params.until === undefined) return []
  const say = desk.words('removedLetters')
  return [say('kept', { until: moment(desk, params.until) }), ...(takesBack ? [say('takesBack')] : [])]
}
