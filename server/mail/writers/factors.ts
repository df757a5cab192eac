import type { LetterOf } from '#server/mail/letter-types.ts'
import { whatIsKept } from '#server/mail/writers/removed.ts'
import { scene } from '#server/mail/writers/scene.ts'
import type { Desk, Sheet, Writers } from '#server/mail/sheet.ts'

type FactorName =
  | 'totp-on'
  | 'totp-off'
  | 'totp-suspended'
  | 'totp-revived'
  | 'backup-codes-made'
  | 'backup-code-used'
  | 'password-set'
  | 'password-removed'

/** Letters about the authenticator app, backup codes and the password. */
export const FACTORS: Writers<FactorName> = {
  'totp-on': sheet,
  'totp-off': sheet,
  'totp-suspended': (letter, desk) => {
    const say = desk.words('factorLetters')
    return { ...sheet(letter, desk, say('totp-suspendedHint')), ifNotYou: [say('totp-suspendedNotYou')] }
  },
  'totp-revived': (letter, desk) => ({
    ...sheet(letter, desk),
    ifNotYou: [desk.words('factorLetters')('totp-revivedNotYou')],
  }),
  'backup-codes-made': (letter, desk) =>
    sheet(letter, desk, ...(letter.params.first ? [] : [desk.words('factorLetters')('older')])),
  'backup-code-used': (letter, desk) =>
    sheet(letter, desk, desk.words('factorLetters')('left', { remaining: letter.params.remaining })),
  'password-set': sheet,
  'password-removed': sheet,
}

function sheet({ letter, params }: LetterOf<FactorName>, desk: Desk, ...more: string[]): Sheet {
  const say = desk.words('factorLetters')
  return {
    paragraphs: [say(letter, { product: desk.product }), ...kept(letter, params, desk), ...more],
    facts: scene(desk, params),
    links: [{ label: say('see'), url: desk.page('/account/fallbacks') }],
    ifNotYou: [takesBack(letter, params) ? takeBack(desk) : say('notYou')],
  }
}

type Params = LetterOf<FactorName>['params']

function kept(letter: FactorName, params: Params, desk: Desk): string[] {
  return 'until' in params ? whatIsKept(params, desk, { takesBack: takesBack(letter, params) }) : []
}

/** Whether an app or codes are kept with which the owner takes the account back. A password takes nothing back. */
function takesBack(letter: FactorName, params: Params): boolean {
  return 'until' in params && params.until !== undefined && !letter.startsWith('password')
}

function takeBack(desk: Desk): string {
  return desk.words('removedLetters')('takeBackByCode', { page: desk.page('/recover') })
}
