import compile from 'icu-minify/compile'
import { createTranslator } from 'use-intl/core'
import formatMessage from 'use-intl/format-message'
import { de } from '#server/words/de.ts'
import { type Catalogue, en } from '#server/words/en.ts'
import type { Language } from '#server/words/language.ts'

/** A part of the catalogue. */
export type Namespace = keyof Catalogue

/** Says the sentences of one part of the catalogue in one language. The compiler knows every key and what it asks for. */
export type Words<N extends Namespace> = ReturnType<typeof createTranslator<Catalogue, N>>

// The keys are the same (the compiler asks for them) and so are the arguments (a test does); only the words differ.
const CATALOGUES: Record<Language, Catalogue> = { en, de: de as unknown as Catalogue }

const parts = new Map<string, unknown>()
const translators = new Map<string, unknown>()

/** The sentences of one part of the catalogue in one language. */
export function wordsIn<const N extends Namespace>(language: Language, namespace: N): Words<N> {
  return kept(translators, `${language}.${namespace}`, () => {
    const messages = { [namespace]: partIn(language, namespace) } as unknown as Catalogue // Of all, one part is enough: the namespace names it.
    return createTranslator({
      locale: language,
      messages,
      namespace: namespace as never,
      timeZone: 'UTC',
      onError: refuse,
    }) as unknown as Words<N>
  })
}

/** One part of the catalogue as a page is given it: parsed already where its bundle has a formatter without a parser. */
export function partIn<const N extends Namespace>(language: Language, namespace: N): Catalogue[N] {
  const part = CATALOGUES[language][namespace]
  return formatMessage.raw ? part : kept(parts, `${language}.${namespace}`, () => compiled(part) as Catalogue[N])
}

function compiled(part: unknown): unknown {
  // Only plain objects go from server to client components; the compiler's have no prototype.
  if (typeof part === 'string') return JSON.parse(JSON.stringify(compile(part)))
  return Object.fromEntries(
    Object.entries(part as Record<string, unknown>).map(([key, below]) => [key, compiled(below)]),
  )
}

function kept<Made>(made: Map<string, unknown>, key: string, make: () => Made): Made {
  if (!made.has(key)) made.set(key, make())
  return made.get(key) as Made // Each map holds under each key what its one caller made.
}

/** A sentence that is missing or asked for in a wrong way is a fault of ours, never a key on a page. */
function refuse(error: Error): never {
  throw error
}
