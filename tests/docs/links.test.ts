import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'
import { hasHeading } from '#tests/requirements/documents.ts'

const ROOT = join(import.meta.dirname, '../..')
const PAGES = globSync(['*.md', 'docs/**/*.md', 'tests/*.md', 'bench/*.md'], { cwd: ROOT }).toSorted()

/** The links of a page that lead to a file of this repository, without those inside code. */
function linksIn(page: string): string[] {
  const text = readFileSync(join(ROOT, page), 'utf8').replaceAll(/^```.*?^```|`[^`\n]*`/gms, '')
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)|<img src="([^"]+)"/g)].map(
    ([, link, image]) => link ?? image ?? '',
  )
  return targets.filter((target) => !/^[a-z]+:/.test(target))
}

/** From the root of the repository; a link that is only an anchor stays on its page. */
function placeOf(page: string, link: string): string {
  return link.startsWith('#') ? page + link : normalize(join(dirname(page), link))
}

test.each(PAGES)('every link in %s leads to a file, and to a heading in it', (page) => {
  const dead = linksIn(page).filter((link) => {
    const place = placeOf(page, link)
    return place.includes('#') ? !hasHeading(place) : !existsSync(join(ROOT, place))
  })
  expect(dead).toEqual([])
})

test('the README has at most 160 lines and CONTRIBUTING.md at most 120', () => {
  const lines = (page: string) => readFileSync(join(ROOT, page), 'utf8').trimEnd().split('\n').length
  expect(lines('README.md')).toBeLessThanOrEqual(160)
  expect(lines('CONTRIBUTING.md')).toBeLessThanOrEqual(120)
})
