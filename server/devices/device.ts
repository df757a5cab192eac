import Bowser from 'bowser'
import type { Language } from '#server/words/language.ts'
import { wordsIn } from '#server/words/translate.ts'

// Bowser returns words of the header for an unknown browser. Only names from its list are shown, so that a visitor
// cannot write into a letter or a page.
const BROWSERS = new Set<string | undefined>(Object.values(Bowser.BROWSER_MAP))
const SYSTEMS = new Set<string | undefined>(Object.values(Bowser.OS_MAP))

/** A browser in words that a person recognises: "Chrome on macOS". */
export type Device = { browser: string; system: string; phrase: string }

/**
 * Returns the names of the browser and the system in a User-Agent header, with words of the language for unknown ones.
 * Never throws.
 */
export function deviceOf(userAgent: string, language: Language): Device {
  const say = wordsIn(language, 'devices')
  const names = namesIn(userAgent.slice(0, 512))
  const browser = names.browser ?? say('unknownBrowser')
  const { system } = names
  return {
    browser,
    system: system ?? say('unknownSystem'),
    phrase: system ? say('onSystem', { browser, system }) : browser,
  }
}

type Names = { browser?: string; system?: string }

/** Reading a header is most of the work, and the rows of a page name few browsers often. */
const read = new Map<string, Names>()
const MOST_KEPT = 500

function namesIn(userAgent: string): Names {
  const kept = read.get(userAgent)
  if (kept) return kept
  // Visitors choose their headers: whoever sends many only makes the server read again.
  if (read.size >= MOST_KEPT) read.clear()
  const { browser, os } = parse(userAgent)
  const names = { browser: known(BROWSERS, browser?.name), system: known(SYSTEMS, os?.name) }
  read.set(userAgent, names)
  return names
}

function parse(userAgent: string): { browser?: { name?: string }; os?: { name?: string } } {
  try {
    return Bowser.parse(userAgent)
  } catch {
    return {}
  }
}

function known(names: Set<string | undefined>, name: string | undefined): string | undefined {
  return names.has(name) ? name : undefined
}
