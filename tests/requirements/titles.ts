import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Titled } from '#tests/requirements/item.ts'

const ROOT = join(import.meta.dirname, '../..')
const ID = String.raw`(?:[A-Z]\d{1,2}[ab]?|R\+|§\d\.\d|V\d{1,2}(?:\.\d{1,2}){0,2})`
/** A text that begins with numbers, anywhere in a file, because many titles are rows of a table. */
const TITLE = new RegExp(String.raw`(['"\`])((?:${ID} )+)((?:(?!\1).)+)\1`, 'g')

/** Every title of a test, of unit, process and browser tests alike, that begins with numbers of requirements. */
export function titlesOfTests(): Titled[] {
  return globSync('tests/**/{*.test.ts,*.spec.ts,contract.ts}', { cwd: ROOT })
    .toSorted()
    .filter((file) => file !== 'tests/requirements.test.ts')
    .flatMap((file) => titlesIn(file, readFileSync(join(ROOT, file), 'utf8')))
}

/** The numbered titles in a test's source; comments are ignored. */
export function titlesIn(file: string, source: string): Titled[] {
  const code = source
    .split('\n')
    .filter((line) => !/^\s*(\/\/|\*|\/\*)/.test(line))
    .join('\n')
  return [...code.matchAll(TITLE)].map(([, , ids = '', title = '']) => ({
    file,
    title: title.replaceAll('\\', ''),
    ids: ids.trim().split(' '),
  }))
}
