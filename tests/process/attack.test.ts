import { afterAll, expect, test } from 'vitest'
import { runGroup } from '#tests/attacks/groups.ts'
import { isClean, tableOf, type Tally } from '#tests/attacks/tally.ts'

/** What fits in here of `npm run attack`, which takes minutes. The crash, the lock and the mail provider have tests of their own. */
const GROUPS = ['inputs', 'generated', 'callers', 'ceremonies', 'registrations', 'assertions', 'races', 'disk full', 'pages', 'client bundle']

const tallies: Tally[] = []
afterAll(() => {
  if (!tallies.every(isClean)) process.stdout.write(`${tableOf(tallies)}\n`)
})

test.each(GROUPS)('a hostile client finds nothing: %s', async (name) => {
  const tally = await runGroup(name, { full: false, seed: 1 })
  tallies.push(tally)
  expect(isClean(tally) ? [] : tally.notes).toEqual([])
  expect(tally).toMatchObject({ changed: 0, faults: 0, unlisted: 0, lost: 0, passed: 0 })
  expect(isClean(tally)).toBe(true)
})

test('and has tried something of everything', () => {
  expect(tallies.map(({ name }) => name)).toEqual(GROUPS)
  expect(tableOf(tallies)).toMatch(/\n10 groups clean, 0 with defects, 0 not judged$|\n9 groups clean, 0 with defects, 1 not judged$/)
  expect(tallies.reduce((sum, { refused }) => sum + refused, 0)).toBeGreaterThan(1_000)
})
