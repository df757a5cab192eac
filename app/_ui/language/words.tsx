'use client'

import { type ReactNode, useMemo } from 'react'
import { IntlProvider, useMessages, useTranslations } from 'use-intl/react'
import { inElements } from '#app/_ui/language/own-elements.ts'
import type { Catalogue } from '#server/words/en.ts'
import type { Language } from '#server/words/language.ts'

export { useLocale as useLanguage } from 'use-intl/react'

type Parts = Partial<Catalogue>
type Root = { language: Language; parts: Parts; children: ReactNode }

/** Gives every component of the page the language and the sentences that components say by themselves. */
export function WordsRoot({ language, parts, children }: Root) {
  return (
    <IntlProvider locale={language} messages={parts} timeZone="UTC">
      {children}
    </IntlProvider>
  )
}

/** Says the sentences of one part of the catalogue, in the language of the page. */
export const useWords: typeof useTranslations = (namespace) => {
  const say = useTranslations(namespace)
  return useMemo(() => inElements(say), [say])
}

/** Adds the sentences of one page to those around it. */
export function MoreWords({ language, parts, children }: Root) {
  const outer = useMessages()
  return (
    <IntlProvider locale={language} messages={{ ...outer, ...parts }} timeZone="UTC">
      {children}
    </IntlProvider>
  )
}
