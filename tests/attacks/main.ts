import { GROUPS, ON_POSTGRES, runGroup } from './groups.ts'
import { isClean, tableOf, type Tally } from './tally.ts'

const seed = Number(process.env.ATTACK_SEED) || Math.floor(Math.random() * 2 ** 31)
const words = process.argv.slice(2)
const engine = words.includes('--postgres') ? 'postgres' : 'sqlite'
const wanted = words.filter((word) => word !== '--postgres')
const every = engine === 'postgres' ? ON_POSTGRES : Object.keys(GROUPS)

console.log(
  `Attacking a production build${engine === 'postgres' ? ', two instances on PostgreSQL' : ''}. Repeat this run with ATTACK_SEED=${seed}.`,
)
const tallies: Tally[] = []
for (const name of wanted.length > 0 ? wanted : every) {
  const started = performance.now()
  const tally = await runGroup(name, { full: true, seed, engine })
  tallies.push(tally)
  console.log(
    `${name}: ${tally.cases} cases in ${Math.round((performance.now() - started) / 1_000)} s${isClean(tally) ? '' : ', DEFECTS'}`,
  )
}
console.log(`\n${tableOf(tallies)}`)
process.exit(tallies.length > 0 && tallies.every(isClean) ? 0 : 1)
