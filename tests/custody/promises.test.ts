import { describe, expect, test } from 'vitest'
import { RULES } from '#server/custody/rules.ts'
import { play } from './model/play.ts'
import { SMALL } from './model/scale.ts'
import { nameOf, PROMISED, UNDECIDED } from './model/scenarios.ts'
import { isNeverDead, isQuick } from './model/solve.ts'

// `npm run custody` plays the same games with the product's own numbers of days.
describe('the rules of custody keep what docs/custody.md promises:', () => {
  test.each(PROMISED.map((scenario) => [nameOf(scenario), scenario] as const))('%s', (_, scenario) => {
    const { kept, states, edges, seconds, graph, solution } = play(scenario, SMALL, RULES)
    console.info(`${states} states, ${edges} moves, ${seconds.toFixed(2)} s`)
    expect(kept).toBe(true)
    // Nothing leaves an account that nobody can ever enter.
    expect(isNeverDead(graph)).toBe(true)
    // A settled way in brings the owner back on the day they look, the main address a day later.
    const hasSettledWay = !/^(the main|two|a one-day-old)/.test(scenario.owner)
    expect(isQuick(graph, solution, hasSettledWay ? 'a day' : 'two days')).toBe(true)
    // `npm run custody` needs an owner who never waits with a recovery: that must give the same verdicts.
    expect(play(scenario, SMALL, RULES, { diligent: true }).kept).toBe(true)
  })

  test.each(UNDECIDED.map((scenario) => [nameOf(scenario), scenario] as const))(
    'no rule can decide %s',
    (_, scenario) => {
      expect(play(scenario, SMALL, RULES).kept).toBe(false)
      expect(play(scenario, SMALL, RULES, { diligent: true }).kept).toBe(false)
    },
  )
})
