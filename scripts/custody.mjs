// Plays every game of the custody rules with the product's own numbers of days, and the owner that docs/custody.md
// describes. `npm test` plays them with fewer days, and an owner who may also wait.
// Then it plays random walks of the same games over HTTP, and begins with them in other threads.
import './require-node.mjs'
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { walkOn } from './custody-walks.mjs'

const WALKS = Number(process.argv[2] ?? 10_000)
/** A walk waits for its database half of the time, so two of these keep one core busy. */
const MORE_THREADS = 3

const { RULES } = await import('../server/custody/rules.ts')
const { play } = await import('../tests/custody/model/play.ts')
const { EXACT } = await import('../tests/custody/model/scale.ts')
const { nameOf, PROMISED } = await import('../tests/custody/model/scenarios.ts')
const { isNeverDead } = await import('../tests/custody/model/solve.ts')
const { tellStory } = await import('../tests/custody/model/story.ts')

process.env.NODE_ENV = 'production'
const began = performance.now()
const walks = {
  last: WALKS,
  next: new Int32Array(new SharedArrayBuffer(4)).fill(1),
  failed: new Int32Array(new SharedArrayBuffer(4)),
}
const walked = Array.from({ length: MORE_THREADS }, () =>
  once(new Worker(new URL('./custody-walks.mjs', import.meta.url), { workerData: walks }), 'exit'),
)
let broken = 0
let states = 0
for (const scenario of PROMISED) {
  const outcome = play(scenario, EXACT, RULES, { diligent: true })
  const kept = outcome.kept && isNeverDead(outcome.graph)
  const size = `${outcome.states} states, ${outcome.edges} moves, ${outcome.seconds.toFixed(1)} s`
  console.log(`${kept ? 'kept  ' : 'BROKEN'} ${nameOf(scenario)} (${size})`)
  states += outcome.states
  if (kept) continue
  broken += 1
  console.log(tellStory(outcome.graph, outcome.solution.won).join('\n'))
}
const seconds = ((performance.now() - began) / 1_000).toFixed(0)
console.log(`${PROMISED.length - broken} of ${PROMISED.length} promises kept: ${states} states in ${seconds} s`)
await walkOn(walks)
await Promise.all(walked)
const failed = walks.failed[0] ?? 0
const minutes = ((performance.now() - began) / 60_000).toFixed(1)
console.log(`${WALKS - failed} of ${WALKS} walks are the same in the model and the product; ${minutes} minutes in all`)
process.exitCode = broken + failed === 0 ? 0 : 1
