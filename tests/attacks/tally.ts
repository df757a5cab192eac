/** The results of a group of attacks. Everything except cases, refused and accepted is a defect. */
export type Tally = {
  name: string
  cases: number
  refused: number
  accepted: number
  /** Refused, although something has changed. */
  changed: number
  /** Answers of 5xx, and faults in the server's log. */
  faults: number
  /** Answers with a member, a status, a header or a code that the document does not list. */
  unlisted: number
  /** Acknowledged and missing, or not answered at all. */
  lost: number
  /** Accepted, although a refusal was due. */
  passed: number
  /** Why nothing could be judged, if so: the group neither passed nor failed. */
  notJudged?: string
  /** Descriptions of defects, and other remarks. */
  notes: string[]
}

export const DEFECTS = ['changed', 'faults', 'unlisted', 'lost', 'passed'] as const
export type Defect = (typeof DEFECTS)[number]
const COUNTS = ['cases', 'refused', 'accepted', ...DEFECTS] as const
const HEADS = ['cases', 'refused', 'accepted', 'changed', '5xx', 'unlisted', 'lost', 'let in']
const MOST_NOTES = 12

export function newTally(name: string): Tally {
  return { name, cases: 0, refused: 0, accepted: 0, changed: 0, faults: 0, unlisted: 0, lost: 0, passed: 0, notes: [] }
}

/** Counts a defect and describes it. */
export function blame(tally: Tally, kind: Defect, what: string): void {
  tally[kind] += 1
  if (tally.notes.length < MOST_NOTES) tally.notes.push(`${kind}: ${what}`)
}

/** One case that is not a request: it holds, or it is a defect. */
export function expectThat(tally: Tally, holds: boolean, what: string, kind: Defect = 'lost'): void {
  tally.cases += 1
  if (!holds) blame(tally, kind, what)
}

/** True if there were cases and no defects. A group without cases proves nothing. */
export function isClean(tally: Tally): boolean {
  return DEFECTS.every((kind) => tally[kind] === 0) && (tally.cases > 0 || tally.notJudged !== undefined)
}

/** All groups as one table, then the remarks, then a last line with the totals. */
export function tableOf(tallies: Tally[]): string {
  const total = newTally('total')
  for (const tally of tallies) for (const key of COUNTS) total[key] += tally[key]
  const width = Math.max(...tallies.map(({ name }) => name.length), total.name.length)
  const line = (name: string, columns: string[]) =>
    `${name.padEnd(width)}${columns.map((column) => column.padStart(10)).join('')}`
  const row = (tally: Tally) =>
    tally.notJudged === undefined
      ? line(
          tally.name,
          COUNTS.map((key) => String(tally[key])),
        )
      : `${tally.name.padEnd(width)}${'not judged'.padStart(14)}`

  const remarks = tallies.map(({ name, notes, notJudged, cases }) => ({
    name,
    notes: [
      ...(notJudged === undefined ? [] : [`not judged: ${notJudged}`]),
      ...(cases === 0 && notJudged === undefined ? ['nothing was tried'] : []),
      ...notes,
    ],
  }))
  return [
    line('', HEADS),
    ...[...tallies, total].map(row),
    ...remarks
      .filter(({ notes }) => notes.length > 0)
      .flatMap(({ name, notes }) => ['', name, ...notes.map((note) => `  - ${note}`)]),
    '',
    verdictOn(tallies),
  ].join('\n')
}

function verdictOn(tallies: Tally[]): string {
  const count = (found: Tally[], what: string) => `${found.length} ${what}`
  const judged = tallies.filter(({ notJudged }) => notJudged === undefined)
  return [
    count(judged.filter(isClean), 'groups clean'),
    count(
      judged.filter((tally) => !isClean(tally)),
      'with defects',
    ),
    count(
      tallies.filter(({ notJudged }) => notJudged !== undefined),
      'not judged',
    ),
  ].join(', ')
}
