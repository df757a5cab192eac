import './require-node.mjs'
import { readFileSync } from 'node:fs'

const { firstBreak } = await import('../server/audit/chain.ts')

const [file] = process.argv.slice(2)
if (!file) {
  console.error('Usage: npm run verify-activity -- <export.json>')
  process.exit(2)
}

const { user, events, eventsCut } = JSON.parse(readFileSync(file, 'utf8'))
const broken = firstBreak(user.id, events, eventsCut)
if (broken === undefined) {
  if (eventsCut)
    console.log(`The first ${eventsCut.seq} events are not in it: the server has deleted them for their age.`)
  console.log(`Intact: ${events.length} events. The hash of the last one is ${events.at(-1)?.hash ?? 'none'}.`)
} else {
  console.error(`Broken at event ${broken}: it is missing, out of order, or changed.`)
  process.exit(1)
}
