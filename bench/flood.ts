import { connect } from './driver/connection.ts'
import { type Measured, measure, type Unit } from './driver/load.ts'
import type { Running } from './driver/process.ts'
import { figure, table } from './driver/results.ts'
import { median } from './driver/statistics.ts'
import type { Plan } from './plan.ts'
import type { Ready } from './rounds.ts'

const GUESSERS = 16
const CONCURRENCY = 8

/** Returns a table of session checks alone and during a flood of password guesses, each of which needs a slow hash. */
export async function measureFlood(ready: Ready[], { rounds, window, leadIn }: Plan): Promise<string> {
  const rows: string[][] = []
  for (const { contestant, server, works } of ready) {
    const [check, guess] = [works['session check'], works['password guess']]
    if (!check || !guess) continue
    const [alone, beside]: [Measured[], Measured[]] = [[], []]
    for (let round = 0; round < rounds; round += 1) {
      alone.push(await measure(server, check, { concurrency: CONCURRENCY, window, leadIn }))
      const stop = await flood(server, guess)
      beside.push(await measure(server, check, { concurrency: CONCURRENCY, window, leadIn }))
      await stop()
    }
    const [rate, flooded] = [
      median(alone.map(({ perSecond }) => perSecond)),
      median(beside.map(({ perSecond }) => perSecond)),
    ]
    const p99 = (measured: Measured[]) => figure(median(measured.map((one) => one.p99)))
    rows.push([contestant.name, figure(rate), figure(flooded), figure(flooded / rate), p99(alone), p99(beside)])
  }
  return table(
    ['server', 'checks a second alone', 'beside the flood', 'what is left', 'p99 ms alone', 'p99 ms beside'],
    rows,
  )
}

async function flood(server: Running, guess: Unit): Promise<() => Promise<void>> {
  let stopped = false
  const guessers = Array.from({ length: GUESSERS }, async () => {
    const connection = await connect(server.port)
    while (!stopped) await guess(connection)
    connection.close()
  })
  const over = Promise.all(guessers)
  over.catch(() => undefined) // The returned function reports the error.
  return async () => {
    stopped = true
    await over
  }
}
