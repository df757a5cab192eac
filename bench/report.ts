import { figure, megabytes, percent, table } from './driver/results.ts'
import { median, spread } from './driver/statistics.ts'
import { type Plan, TARGETS, WORKS } from './plan.ts'
import type { Ready, Series } from './rounds.ts'

const BUSY = 0.9

/** Returns a table of the targets and whether each was met. */
export function targets(series: Series[]): string {
  const { concurrency, ratios, memory } = TARGETS
  const rows = Object.entries(ratios).map(([work, least]) => {
    const ratio = ratioOf(series, { work, concurrency, to: 'better-auth' })
    if (!ratio?.every(Number.isFinite)) throw new Error(`There is no ratio for ${work}.`)
    return [`${work}, times better-auth's`, `≥ ${least}`, ratioText(ratio), median(ratio) >= least ? 'yes' : 'no']
  })
  const most = Math.max(
    ...series
      .filter(({ name, concurrency: workers }) => name === 'Latchkey' && workers === concurrency)
      .flatMap(({ rounds }) => rounds.map((round) => round.memory)),
  )
  rows.push([
    'resident memory under all of it, MB',
    `≤ ${megabytes(memory)}`,
    megabytes(most),
    most <= memory ? 'yes' : 'no',
  ])
  return table([`at concurrency ${concurrency}`, 'target', 'measured', 'met'], rows)
}

/** Returns a table of Latchkey's rates as multiples of the others', at one concurrency. */
export function ratios(series: Series[], concurrency: number): string {
  const others = [...new Set(series.map(({ name }) => name))].filter((name) => name !== 'Latchkey')
  const rows = WORKS.map((work) => {
    const ours = find(series, { work, concurrency, name: 'Latchkey' })
    return [
      work,
      ours ? figure(rate(ours)) : '–',
      ...others.map((to) => {
        const ratio = ratioOf(series, { work, concurrency, to })
        return ratio ? ratioText(ratio) : '–'
      }),
    ]
  })
  return table(['work', 'Latchkey, a second', ...others.map((name) => `× ${name}`)], rows)
}

/** Returns a table of every series with all its figures. */
export function details(series: Series[]): string {
  const ordered = series.toSorted(
    (a, b) => WORKS.indexOf(a.work) - WORKS.indexOf(b.work) || a.concurrency - b.concurrency,
  )
  const rows = ordered.map((one) => {
    const of = (key: keyof Series['rounds'][number]) => median(one.rounds.map((round) => round[key]))
    return [
      one.work,
      String(one.concurrency),
      one.name,
      figure(rate(one)),
      percent(spread(one.rounds.map(({ perSecond }) => perSecond))),
      figure(of('p50')),
      figure(of('p95')),
      figure(of('p99')),
      figure(of('cpu')),
      megabytes(Math.max(...one.rounds.map(({ memory }) => memory))),
      percent(of('driver')) + (of('driver') > BUSY ? ' (busy)' : ''),
    ]
  })
  return table(
    [
      'work',
      'at once',
      'server',
      'a second',
      'spread',
      'p50 ms',
      'p95 ms',
      'p99 ms',
      'CPU ms each',
      'memory MB',
      'driver',
    ],
    rows,
  )
}

/** Returns a table of the times from the start of the process to its first correct answer. */
export function starts(ready: Ready[]): string {
  return table(
    ['server', 'start to first answer, ms'],
    ready.map(({ contestant, starts: times }) => [contestant.name, figure(median(times))]),
  )
}

/** Returns a description of how the figures were measured. */
export function method({ rounds, window, concurrencies }: Plan): string {
  return `Each server alone on one core, the driver on another; people with their own passkeys (ES256) and sessions; warmed up, then ${rounds} rounds
in turns of ${window / 1_000} s each, at ${concurrencies.join(', ')} at once. Figures are medians of the rounds; *spread* is from the lowest to the highest round,
as a share of the median; in brackets after a ratio are the lowest and the highest of the rounds. *CPU* is processor time of the server for each piece of work, *memory* the
highest resident memory. A driver above ${percent(BUSY)} is marked busy: the server could do more. A sign-in is two requests (options, answer). A
sign-up creates an account with a passkey and signs in: three requests and a letter here, three at better-auth, four with its codes.`
}

function ratioOf(
  series: Series[],
  { work, concurrency, to }: { work: string; concurrency: number; to: string },
): number[] | undefined {
  const [ours, theirs] = [
    find(series, { work, concurrency, name: 'Latchkey' }),
    find(series, { work, concurrency, name: to }),
  ]
  if (!ours || !theirs) return undefined
  return ours.rounds.map(({ perSecond }, round) => perSecond / (theirs.rounds[round]?.perSecond ?? Number.NaN))
}

function find(
  series: Series[],
  { work, concurrency, name }: { work: string; concurrency: number; name: string },
): Series | undefined {
  return series.find((one) => one.work === work && one.concurrency === concurrency && one.name === name)
}

function rate({ rounds }: Series): number {
  return median(rounds.map(({ perSecond }) => perSecond))
}

function ratioText(ratio: number[]): string {
  return `**${figure(median(ratio))}** (${figure(Math.min(...ratio))}–${figure(Math.max(...ratio))})`
}
