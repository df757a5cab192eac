import type { Config } from '#server/config/config.ts'
import type { Keys } from '#server/crypto/keys.ts'
import { htmlOf } from '#server/mail/layout.ts'
import type { LetterName, LetterOf, Scene } from '#server/mail/letter-types.ts'
import type { RenderedLetter } from '#server/mail-transport.ts'
import { ACCOUNT } from '#server/mail/writers/account.ts'
import { ADMINISTRATION } from '#server/mail/writers/administration.ts'
import { CODES } from '#server/mail/writers/codes.ts'
import { EMAILS } from '#server/mail/writers/emails.ts'
import { FACTORS } from '#server/mail/writers/factors.ts'
import { NOTICES } from '#server/mail/writers/notices.ts'
import { PASSKEYS } from '#server/mail/writers/passkeys.ts'
import { REMOVED } from '#server/mail/writers/removed.ts'
import { RECOVERY } from '#server/mail/writers/recovery.ts'
import { SIGN_UPS } from '#server/mail/writers/sign-ups.ts'
import { SIGN_INS } from '#server/mail/writers/sign-ins.ts'
import { aName, oneLine } from '#server/mail/plain.ts'
import type { Writers } from '#server/mail/sheet.ts'
import { textOf } from '#server/mail/text.ts'
import { initialsOf } from '#server/words/initials.ts'
import { type Words, wordsIn } from '#server/words/translate.ts'

const WRITERS: Writers<LetterName> = {
  ...CODES,
  ...ACCOUNT,
  ...PASSKEYS,
  ...REMOVED,
  ...SIGN_INS,
  ...SIGN_UPS,
  ...RECOVERY,
  ...FACTORS,
  ...EMAILS,
  ...ADMINISTRATION,
  ...NOTICES,
}

/**
 * Renders a letter. The result is always the same for the same letter, because the provider refuses an idempotency key
 * with other content.
 */
export function renderLetter<Name extends LetterName>(
  { config, keys }: { config: Config; keys: Keys },
  letter: LetterOf<Name>,
): RenderedLetter {
  const product = oneLine(config.rp.name)
  const { language } = letter
  const name: LetterName = letter.letter
  const sheet = WRITERS[letter.letter](letter, {
    product,
    page: (path) => `${config.origin}${path}`,
    keys,
    language,
    words: (namespace) => wordsIn(language, namespace),
  })
  const say = wordsIn(language, 'letters')
  const frame = {
    title: say(`titles.${name}`),
    person: personIn(letter.params, letter.to, say),
    notYou: say('notYou'),
    help: say('help'),
    sentTo: say('sentTo', { address: letter.to }),
    language,
    product,
    origin: config.origin,
    brand: config.brand,
  }

  return {
    subject: `${frame.title} · ${product}`,
    text: textOf(sheet, frame),
    html: htmlOf(sheet, frame),
    ...(sheet.code && { code: sheet.code.replaceAll('-', '') }),
    ...(sheet.links?.[0] && { link: sheet.links[0].url }),
  }
}

/** A name is cut here: a letter has no room for more above it, and nobody may write a message there. */
const LONGEST_NAME = 40

function personIn(
  { person }: Scene,
  to: string,
  say: Words<'letters'>,
): { sentence: string; initials: string } | undefined {
  if (person === undefined) return undefined
  const name = aName(Array.from(person).slice(0, LONGEST_NAME).join(''))
  return { sentence: say('forPerson', { name }), initials: initialsOf(person, to) }
}
