import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from './test.ts'

/** The scripts of an empty page of the same Next, gzipped (bytes). */
const EMPTY = (
  JSON.parse(readFileSync(join(import.meta.dirname, '../../scripts/empty-page.json'), 'utf8')) as { bytes: number }
).bytes
const MOST = 45 * 1_024

test('the overview of an account loads at most 45 KB of scripts more than an empty page', async ({ page, person }) => {
  expect(person.email).toContain('@')
  const html = await (await page.request.get('/account')).text()
  const files = [...html.matchAll(/<script[^>]*>/g)]
    .filter(([tag]) => !tag.includes('noModule'))
    .flatMap(([tag]) => /src="([^"]+)"/.exec(tag)?.[1] ?? [])
  expect(files.length).toBeGreaterThan(5)
  const sizes = await Promise.all(
    [...new Set(files)].map(async (file) => gzipSync(await (await page.request.get(file)).body(), { level: 9 }).length),
  )
  const more = sizes.reduce((sum, size) => sum + size, 0) - EMPTY
  expect(more, `${(more / 1_024).toFixed(1)} KB`).toBeLessThanOrEqual(MOST)
})
