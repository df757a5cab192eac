import type { useWords } from '#app/_ui/language/words.tsx'

type Sheet = { codes: string[]; account: string; site: string; made: string }

/** The backup codes as a text to be kept in a file: whose, for which site, from when, and how they are used. */
export function backupCodesText(
  say: ReturnType<typeof useWords<'codes'>>,
  { codes, account, site, made }: Sheet,
): string {
  return [
    say('printedFor', { account }),
    say('site', { site }),
    say('made', { made }),
    '',
    ...codes.map((code, at) => `${String(at + 1).padStart(2)}. ${code}`),
    '',
    say('once'),
    say('where', { site }),
    say('keep'),
    '',
  ].join('\n')
}
