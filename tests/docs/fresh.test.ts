import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { generatedDocuments } from '../../scripts/docs/documents.ts'

const ROOT = join(import.meta.dirname, '../..')
const documents = generatedDocuments()

describe('every generated document', () => {
  test.each(Object.entries(documents))('%s is what `npm run docs` writes', (place, text) => {
    const kept = existsSync(join(ROOT, place)) ? readFileSync(join(ROOT, place), 'utf8') : undefined
    expect(kept === text, `${place} is stale: run npm run docs`).toBe(true)
  })

  test('is marked as generated in .gitattributes', () => {
    const marked = [...readFileSync(join(ROOT, '.gitattributes'), 'utf8').matchAll(/^(\S+) .*linguist-generated/gm)]
    expect(marked.map(([, place]) => place)).toEqual(expect.arrayContaining(Object.keys(documents)))
  })
})

test('.node-version is the Node that the packages bring', () => {
  const { optionalDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    optionalDependencies: Record<string, string>
  }
  const brought = Object.entries(optionalDependencies).filter(([name]) => name.startsWith('node-'))
  expect(new Set(brought.map(([, version]) => version))).toEqual(
    new Set([readFileSync(join(ROOT, '.node-version'), 'utf8').trim()]),
  )
})
