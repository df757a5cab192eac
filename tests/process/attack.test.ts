import { afterAll, expect, test } from 'vitest'
import { runGroup } from '#tests/attacks/groups.ts'
import { isClean, tableOf, type Tally } from '#tests/attacks/tally.ts'

/** A sample of `npm run attack`, which takes minutes. The crash, the lock and the mail provider have tests of their own. */
const GROUPS: [name: string, finding: string][] = [
  ['inputs', 'V2.2.1 every endpoint refuses unexpected input without a fault or a change'],
  ['generated', 'V2.2.1 every endpoint handles input generated from its schemas without a fault'],
  ['callers', 'C1 every endpoint refuses foreign origins and callers without a live session'],
  ['ceremonies', 'W21 a ceremony is refused for another purpose, browser, person or time'],
  ['registrations', 'an altered registration is refused'],
  ['assertions', 'an altered assertion is refused'],
  [
    'relatives',
    'faults B6, B8 and B15: every page and route answers any spelling, name, header and cookie as it should',
  ],
  ['races', 'W19 of fifty uses of a one-time thing at the same moment, one succeeds'],
  ['disk full', 'V2.3.3 V16.5.3 a full disk is reported, and no acknowledged write is lost'],
  ['pages', 'V3.4.3 V13.4.1 every page complies with its content security policy, and nothing else is served'],
  ['client bundle', 'X6 client bundles hold no server code or secrets'],
]

/** Enough for a busy machine. */
const TIMEOUT_MS = 180_000

const tallies: Tally[] = []
afterAll(() => {
  if (!tallies.every(isClean)) process.stdout.write(`${tableOf(tallies)}\n`)
})

test.each(GROUPS)(
  '%s: %s',
  async (name) => {
    const tally = await runGroup(name, { full: false, seed: 1 })
    tallies.push(tally)
    expect(isClean(tally) ? [] : tally.notes).toEqual([])
    expect(tally).toMatchObject({ changed: 0, faults: 0, unlisted: 0, lost: 0, passed: 0 })
    expect(isClean(tally)).toBe(true)
  },
  TIMEOUT_MS,
)

test('every group of the sample has run', () => {
  expect(tallies.map(({ name }) => name)).toEqual(GROUPS.map(([name]) => name))
  expect(tableOf(tallies)).toMatch(
    /\n11 groups clean, 0 with defects, 0 not judged$|\n10 groups clean, 0 with defects, 1 not judged$/,
  )
  expect(tallies.reduce((sum, { refused }) => sum + refused, 0)).toBeGreaterThan(1_000)
})
