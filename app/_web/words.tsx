import { cookies, headers } from 'next/headers'
import { cache, type ReactNode } from 'react'
import { inElements } from '#app/_ui/language/own-elements.ts'
import { MoreWords, WordsRoot } from '#app/_ui/language/words.tsx'
import { LANGUAGE_COOKIE, LANGUAGE_HEADER, languageOf } from '#server/callers/language.ts'
import type { Catalogue } from '#server/words/en.ts'
import { LANGUAGE_NAMES, LANGUAGES } from '#server/words/language.ts'
import { type Namespace, partIn, type Words as WordsOf, wordsIn } from '#server/words/translate.ts'

export type { Words as WordsOf } from '#server/words/translate.ts'

/** The languages to choose from, each called by its own name. */
export const LANGUAGE_CHOICES = LANGUAGES.map((language) => ({ language, name: LANGUAGE_NAMES[language] }))

/** The language of whoever is looking: the one the address asks for, else the one this browser chose, else the one it accepts best. */
export const currentLanguage = cache(async () => {
  const [head, jar] = await Promise.all([headers(), cookies()])
  return languageOf({
    asked: head.get(LANGUAGE_HEADER),
    chosen: jar.get(LANGUAGE_COOKIE)?.value,
    accepted: head.get('accept-language'),
  })
})

/** The sentences of one part of the catalogue, for what is rendered here. */
export async function words<const N extends Namespace>(namespace: N): Promise<WordsOf<N>> {
  return inElements(wordsIn(await currentLanguage(), namespace))
}

type Props = { of: Namespace[]; children: ReactNode }

/** Hands parts of the catalogue to the client components inside. */
export async function Words({ of, children }: Props) {
  const language = await currentLanguage()
  return (
    <MoreWords language={language} parts={partsIn(language, of)}>
      {children}
    </MoreWords>
  )
}

/** Begins the page: its language, and the parts every page has. */
export async function AllWords({ of, children }: Props) {
  const language = await currentLanguage()
  return (
    <WordsRoot language={language} parts={partsIn(language, of)}>
      {children}
    </WordsRoot>
  )
}

function partsIn(language: Parameters<typeof partIn>[0], of: Namespace[]): Partial<Catalogue> {
  return Object.fromEntries(of.map((namespace) => [namespace, partIn(language, namespace)]))
}
