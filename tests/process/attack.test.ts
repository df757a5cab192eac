import { afterAll, expect, test } from 'vitest'
import { runGroup } from '#tests/attacks/groups.ts'
import { isClean, tableOf, type Tally } from '#tests/attacks/tally.ts'

/** What fits in here of `npm run attack`, which takes minutes. The crash, the lock and the mail provider have tests of their own. */
const GROUPS: [name: string, finding: string][] = [
  ['inputs', 'V2.2.1 nothing that an endpoint did not ask for is taken, breaks it or changes anything'],
  ['generated', 'V2.2.1 nor is anything made up from its schemas'],
  ['callers', 'C1 nobody from elsewhere and nobody without a live session is taken for the owner'],
  ['ceremonies', 'W21 no ceremony opens anything where and when it does not belong'],
  ['registrations', 'no bent passkey is registered'],
  ['assertions', 'no bent answer of a passkey opens anything'],
  ['races', 'W19 whatever works once works once, of fifty at the same moment'],
  ['disk full', 'V2.3.3 V16.5.3 a full disk is said, and loses nothing that was answered'],
  ['pages', 'V3.4.3 V13.4.1 every page holds to its policy, and nothing beside them is served'],
  ['client bundle', 'X6 nothing that browsers are given holds what is the server’s'],
]

/** A machine with other work takes its time. */
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

test('and has tried something of everything', () => {
  expect(tallies.map(({ name }) => name)).toEqual(GROUPS.map(([name]) => name))
  expect(tableOf(tallies)).toMatch(
    /\n10 groups clean, 0 with defects, 0 not judged$|\n9 groups clean, 0 with defects, 1 not judged$/,
  )
  expect(tallies.reduce((sum, { refused }) => sum + refused, 0)).toBeGreaterThan(1_000)
})
