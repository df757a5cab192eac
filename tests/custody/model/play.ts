import type { Rules } from '#server/custody/rules.ts'
import type { Scale } from './scale.ts'
import { gameOf, nameOf, PROMISED, type Scenario, startOf } from './scenarios.ts'
import { explore, type Graph, type Solution, solve } from './solve.ts'
import { tellStory } from './story.ts'

export type Outcome = {
  scenario: Scenario
  kept: boolean
  states: number
  edges: number
  seconds: number
  graph: Graph
  solution: Solution
}

/** Solves one scenario. `diligent`: against an owner who never waits with a recovery. */
export function play(scenario: Scenario, scale: Scale, rules: Rules, { diligent = false } = {}): Outcome {
  const began = performance.now()
  const game = { ...gameOf(scenario, scale, rules), diligent }
  const graph = explore(game, startOf(scenario, game))
  const solution = solve(graph)
  const kept = (scenario.promise === 'always' ? solution.always : solution.won)[0] === 1
  const seconds = (performance.now() - began) / 1_000
  return { scenario, kept, states: graph.keys.length, edges: graph.to.length, seconds, graph, solution }
}

/** Returns the story of the first promise that the rules break, and undefined if they keep all. */
export function firstStory(scale: Scale, rules: Rules, scenarios = PROMISED): string[] | undefined {
  for (const scenario of scenarios) {
    const { kept, graph, solution } = play(scenario, scale, rules)
    if (kept) continue
    const won = scenario.promise === 'always' ? solution.always : solution.won
    return [nameOf(scenario), ...tellStory(graph, won)]
  }
  return undefined
}
