'use client'

import { buttonLook } from '#app/_ui/controls/button-look.ts'
import { ErrorCard } from '#app/_ui/messages/error-card.tsx'
import { useBrowserFact } from '#app/_ui/browser/use-browser-fact.ts'
import { WordsRoot } from '#app/_ui/language/words.tsx'
import { trouble as german } from '#server/words/de/trouble.ts'
import { trouble as english } from '#server/words/en/trouble.ts'
import '#app/globals.css'

/** The last net, when not even the document around the pages could be made: it brings its own words. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  const language = useBrowserFact(() => (navigator.language.startsWith('de') ? 'de' : 'en'), 'en')
  const words = language === 'de' ? german : english
  return (
    <html lang={language}>
      <body>
        <title>{words.title}</title>
        <main className="flex min-h-dvh items-center justify-center px-4 py-10">
          <WordsRoot language={language} parts={{ trouble: words as typeof english }}>
            <ErrorCard reference={error.digest}>
              <a href="/" className={`${buttonLook('primary', 'normal')} mt-6 w-full`}>
                {words.home}
              </a>
            </ErrorCard>
          </WordsRoot>
        </main>
      </body>
    </html>
  )
}
