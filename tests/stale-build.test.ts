import { cpSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'

const SCRIPT = join(import.meta.dirname, '../scripts/build.mjs')

test('fault U27 a copy of a built folder is not built anew, and a changed source is', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-build-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const [built, copy] = [join(folder, 'built'), join(folder, 'copy')]
  // A build that takes no time: what is tested is whether there is one.
  for (const place of ['scripts', 'app', '.next', 'node_modules/next/dist/bin'])
    mkdirSync(join(built, place), { recursive: true })
  cpSync(SCRIPT, join(built, 'scripts/build.mjs'))
  writeFileSync(join(built, 'app/page.tsx'), 'one')
  writeFileSync(join(built, 'node_modules/next/dist/bin/next'), '')

  expect(await builds(built)).toBe(true)
  expect(await builds(built)).toBe(false)
  cpSync(built, copy, { recursive: true })
  utimesSync(join(copy, 'app/page.tsx'), new Date(), new Date(Date.now() + 60_000))
  expect(await builds(copy)).toBe(false)
  writeFileSync(join(copy, 'app/page.tsx'), 'two')
  expect(await builds(copy)).toBe(true)
})

async function builds(folder: string): Promise<boolean> {
  const script = (await import(pathToFileURL(join(folder, 'scripts/build.mjs')).href)) as {
    buildIfStale: () => boolean
  }
  return script.buildIfStale()
}
