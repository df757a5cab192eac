import './require-node.mjs'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

const { documentsOf } = await import('../tests/requirements/documents.ts')
const { titlesOfTests } = await import('../tests/requirements/titles.ts')

for (const [place, text] of Object.entries(documentsOf(titlesOfTests()))) {
  writeFileSync(join(import.meta.dirname, '..', place), text)
  console.log(`Wrote ${place}.`)
}
