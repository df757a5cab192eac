import { GROUPS, runGroup } from './groups.ts'
import { isClean, tableOf, type Tally } from './tally.ts'

const seed = Number(process.env.ATTACK_SEED) || Math.floor(Math.random() * 2 ** 31)
const wanted = process.argv.slice(2)

console.log(`Attacking a production build. Repeat this run with ATTACK_SEED=${seed}.`)
const tallies: Tally[] = []
for (const name of wanted.length > 0 ? wanted : Object.keys(GROUPS)) {
  const started = performance.now()
  const tally = await runGroup(name, { full: true, seed })
  tallies.push(tally)
  console.log(
    `${name}: ${tally.cases} cases in ${Math.round((performance.now() - started) / 1_000)} s${isClean(tally) ? '' : ', DEFECTS'}`,
  )
}
console.log(`\n${tableOf(tallies)}`)
process.exit(tallies.length > 0 && tallies.every(isClean) ? 0 : 1)
