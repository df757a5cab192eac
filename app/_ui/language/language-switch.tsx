'use client'

import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { type MouseEvent, useTransition } from 'react'
import { rememberLanguage } from '#app/_ui/language/remember-language.ts'
import { useLanguage } from '#app/_ui/language/words.tsx'
import type { Language } from '#server/words/language.ts'

/** A language, called by its own name. */
export type LanguageChoice = { language: Language; name: string }

type Props = { label: string; choices: LanguageChoice[]; signedIn: boolean }

/**
 * The languages of this page. By script the choice is remembered and the page changes its words where it stands, with what was typed
 * into it. Without one the link opens the same page in that language, and changes nothing.
 */
export function LanguageSwitch({ label, choices, signedIn }: Props) {
  const spoken = useLanguage()
  const router = useRouter()
  const path = usePathname()
  const asked = new URLSearchParams(useSearchParams())
  const [pending, startTransition] = useTransition()
  asked.delete('lang')

  function choose(event: MouseEvent, language: Language) {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    startTransition(async () => {
      await rememberLanguage(language, signedIn)
      // An address that names a language would win over the choice.
      if (window.location.search.includes('lang='))
        router.replace(asked.size > 0 ? `${path}?${asked}` : path, { scroll: false })
      router.refresh()
    })
  }

  return (
    <nav aria-label={label} aria-busy={pending || undefined}>
      <ul className="flex gap-1">
        {choices.map(({ language, name }) => (
          <li key={language}>
            <a
              href={`?${new URLSearchParams([...asked, ['lang', language]])}`}
              lang={language}
              hrefLang={language}
              aria-current={language === spoken || undefined}
              onClick={(event) => choose(event, language)}
              className="block rounded-sm px-1.5 py-0.5 hover:text-ink hover:underline hover:underline-offset-3 aria-[current]:font-medium aria-[current]:text-ink aria-[current]:no-underline"
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
