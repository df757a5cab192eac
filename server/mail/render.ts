import type { Config } from '#server/config.ts'
import type { Keys } from '#server/keys.ts'
import { htmlOf } from '#server/mail/layout.ts'
import type { LetterName, LetterOf, RenderedLetter } from '#server/mail/letters.ts'
import { ACCOUNT } from '#server/mail/letters/account.ts'
import { CODES } from '#server/mail/letters/codes.ts'
import { EMAILS } from '#server/mail/letters/emails.ts'
import { FACTORS } from '#server/mail/letters/factors.ts'
import { NOTICES } from '#server/mail/letters/notices.ts'
import { PASSKEYS } from '#server/mail/letters/passkeys.ts'
import { RECOVERY } from '#server/mail/letters/recovery.ts'
import { SIGN_INS } from '#server/mail/letters/sign-ins.ts'
import { oneLine } from '#server/mail/plain.ts'
import type { Writers } from '#server/mail/sheet.ts'
import { textOf } from '#server/mail/text.ts'
import { wordsIn } from '#server/words/translate.ts'

const WRITERS: Writers<LetterName> = {
  ...CODES,
  ...ACCOUNT,
  ...PASSKEYS,
  ...SIGN_INS,
  ...RECOVERY,
  ...FACTORS,
  ...EMAILS,
  ...NOTICES,
}

/** Renders a letter. The same letter is rendered the same every time: the provider takes a repetition only if it is one. */
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
    notYou: say('notYou'),
    help: say('help'),
    language,
    product,
    origin: config.origin,
    brand: config.brand,
  }

  return {
    subject: `${frame.title} · ${product}`,
    text: textOf(sheet, frame),
    html: htmlOf(sheet, frame),
    ...(sheet.code && { code: sheet.code }),
    ...(sheet.links?.[0] && { link: sheet.links[0].url }),
  }
}
