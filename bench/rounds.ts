import { type Measured, measure, type Unit } from './driver/load.ts'
import type { Running } from './driver/process.ts'
import { type Plan, WORKS } from './plan.ts'
import type { Contestant, WorkName } from './servers/contestant.ts'

/** A started contestant, with its people and its work. */
export type Ready = {
  contestant: Contestant
  server: Running
  works: Partial<Record<WorkName, Unit>>
  starts: number[]
}

/** All rounds of one contestant with one kind of work. */
export type Series = { work: WorkName; concurrency: number; name: string; rounds: Measured[] }

/**
 * Warms all contestants up, then measures in turns: in each round the contestants do each kind of work one after the
 * other.
 */
export async function measureInTurns(ready: Ready[], plan: Plan, say: (line: string) => void): Promise<Series[]> {
  const all = new Map<string, Series>()
  for (const { server, works } of ready) {
    for (const work of WORKS) {
      const unit = works[work]
      if (unit) await measure(server, unit, { concurrency: 8, window: plan.warmUp, leadIn: 0 })
    }
  }
  for (let round = 1; round <= plan.rounds; round += 1) {
    for (const concurrency of plan.concurrencies) {
      for (const work of WORKS) {
        for (const { contestant, server, works } of ready) {
          const unit = works[work]
          if (!unit) continue
          const measured = await measure(server, unit, { concurrency, window: plan.window, leadIn: plan.leadIn })
          const key = `${work} ${concurrency} ${contestant.name}`
          const series = all.get(key) ?? { work, concurrency, name: contestant.name, rounds: [] }
          series.rounds.push(measured)
          all.set(key, series)
          say(`round ${round}  ${work}  ×${concurrency}  ${contestant.name}: ${Math.round(measured.perSecond)}/s`)
        }
      }
    }
  }
  return [...all.values()]
}
