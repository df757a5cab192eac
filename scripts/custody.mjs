// Plays every game of the custody rules with the product's own numbers of days, and the owner that docs/custody.md
// describes. `npm test` plays them with fewer days, and an owner who may also wait.
import './require-node.mjs'

const { RULES } = await import('../server/custody/rules.ts')
const { play } = await import('../tests/custody/model/play.ts')
const { EXACT } = await import('../tests/custody/model/scale.ts')
const { nameOf, PROMISED } = await import('../tests/custody/model/scenarios.ts')
const { isNeverDead } = await import('../tests/custody/model/solve.ts')
const { tellStory } = await import('../tests/custody/model/story.ts')

const began = performance.now()
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
process.exitCode = broken === 0 ? 0 : 1
