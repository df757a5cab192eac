import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
/** The tops of the repository under which a name in code type is a path. */
const PATH = /^(?:app|bench|db|docs|migrations|scripts|server|tests|\.githooks)\/[\w./<>-]*$/
/** Decisions and the changelog name what was there at their date; requirements and mutants are generated from what is there. */
const PAGES = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', ...globSync('docs/*.md', { cwd: ROOT })].filter(
  (page) => !['docs/mutation.md', 'docs/asvs.md'].includes(page),
)

/** The paths that a page names in code type, once each. */
function pathsIn(page: string): string[] {
  const text = readFileSync(join(ROOT, page), 'utf8').replaceAll(/^```.*?^```/gms, '')
  const words = [...text.matchAll(/`([^`\n]+)`/g)].map(([, word = '']) => word)
  return [...new Set(words.filter((word) => PATH.test(word)))]
}

test.each(PAGES)('every path that %s names exists', (page) => {
  const missing = pathsIn(page).filter((path) => !path.includes('<') && !existsSync(join(ROOT, path)))
  expect(missing).toEqual([])
})

test('CONTRIBUTING.md and docs/architecture.md name paths at all', () => {
  expect(pathsIn('CONTRIBUTING.md').length).toBeGreaterThan(10)
  expect(pathsIn('docs/architecture.md').length).toBeGreaterThan(20)
})

test('docs/architecture.md names every folder of server/', () => {
  const folders = globSync('server/*/', { cwd: ROOT }).map((folder) => `${folder.replace(/\/$/, '')}/`)
  expect(folders.length).toBeGreaterThan(10)
  expect(folders.filter((folder) => !pathsIn('docs/architecture.md').includes(folder))).toEqual([])
})

test('every test that the pre-push hook names exists', () => {
  const named = readFileSync(join(ROOT, '.githooks/pre-push'), 'utf8').match(/\btests\/[\w./-]+/g) ?? []
  expect(named.length).toBeGreaterThan(10)
  expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
})
