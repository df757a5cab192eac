import { expect, test } from 'vitest'
import compile from 'icu-minify/compile'
import { de } from '#server/words/de.ts'
import { en } from '#server/words/en.ts'
import { LANGUAGES } from '#server/words/language.ts'

/** The compiler's mark of a choice by name. */
const SELECT = 1
const CATALOGUES = { en, de }

test('every language has exactly the same sentences', () => {
  const keys = Object.keys(sentencesIn(en))
  for (const language of LANGUAGES) expect(Object.keys(sentencesIn(CATALOGUES[language]))).toEqual(keys)
})

test('every sentence parses, is not empty, and has the same arguments as the English one', () => {
  const english = sentencesIn(en)
  for (const language of LANGUAGES) {
    for (const [key, sentence] of Object.entries(sentencesIn(CATALOGUES[language]))) {
      expect(sentence.trim(), `${language} ${key}`).not.toBe('')
      expect(askedFor(sentence), `${language} ${key}`).toEqual(askedFor(english[key] ?? ''))
    }
  }
})

test('no German sentence is a copy of the English one', () => {
  const german = sentencesIn(de)
  const same = Object.entries(sentencesIn(en)).filter(
    ([key, sentence]) => german[key] === sentence && /\p{L}{4,} \p{L}{2,}/u.test(sentence),
  )
  expect(same).toEqual([])
})

function sentencesIn(part: unknown, path = ''): Record<string, string> {
  if (typeof part === 'string') return { [path]: part }
  return Object.assign(
    {},
    ...Object.entries(part as Record<string, unknown>).map(([key, below]) =>
      sentencesIn(below, path ? `${path}.${key}` : key),
    ),
  )
}

/** The arguments and tags of a sentence, and the branches of each choice that is not a plural's (languages differ in those). */
function askedFor(sentence: string): string[] {
  const found = new Set<string>()
  const visitAll = (nodes: unknown): void => void (Array.isArray(nodes) && nodes.forEach(visit))
  const visit = (node: unknown): void => {
    if (!Array.isArray(node)) return
    const [name, kind, branches] = node
    if (node.length === 1) found.add(name)
    else if (typeof kind === 'number' && kind !== 0) {
      found.add(kind === SELECT ? `${name}: ${Object.keys(branches).sort().join(', ')}` : `${name} (${kind})`)
      if (typeof branches === 'object') Object.values(branches).forEach(visitAll)
    } else {
      found.add(`<${name}>`)
      visitAll(node.slice(1))
    }
  }
  visitAll(compile(sentence))
  return [...found].sort()
}
