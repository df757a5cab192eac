import './require-node.mjs'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

const { generatedDocuments } = await import('./docs/documents.ts')

for (const [place, text] of Object.entries(generatedDocuments())) {
  writeFileSync(join(import.meta.dirname, '..', place), text)
  console.log(`Wrote ${place}.`)
}
