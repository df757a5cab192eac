import './require-node.mjs'
import { readFileSync } from 'node:fs'

const { firstBreak } = await import('../server/audit/chain.ts')

const [file] = process.argv.slice(2)
if (!file) {
  console.error('Usage: npm run verify-activity -- <export.json>')
  process.exit(2)
}

const { user, events } = JSON.parse(readFileSync(file, 'utf8'))
const broken = firstBreak(user.id, events)
if (broken === undefined) {
  console.log(`Whole: ${events.length} events, the last one's hash is ${events.at(-1)?.hash ?? 'none'}.`)
} else {
  console.error(`Broken at event ${broken}: it is missing, out of order, or not as it was written.`)
  process.exit(1)
}
