import { expect, test } from 'vitest'
import { ConditionValue } from '#server/policies/condition.ts'
import { compile, decide } from '#server/policies/decide.ts'
import type { Policy } from '#server/policies/policy.ts'
import { requestOf } from '#server/policies/request.ts'
import { aPolicy, ASKED, known } from '#tests/server/policies/policies.ts'

const of = (attribute: string) => ({ attribute })
/** Six comparisons of every kind, all of which are met and hold. */
const when = ConditionValue.parse({
  all: [
    { eq: [of('resource.owner'), of('user.id')] },
    { in: ['finance', of('user.groups')] },
    { lt: [of('resource.amount'), 1_000] },
    { any: [{ prefix: [of('user.mailDomain'), 'x'] }, { in: [of('env.ip'), ['192.168.0.0/16', '10.0.0.0/8']] }] },
    { not: { has: 'resource.nothing' } },
  ],
})
const POLICIES = Array.from(
  { length: 20 },
  (_, at): Policy => aPolicy({ id: `p${at}`, actions: ['read:*', 'approve:*'], when }),
)

/** The median of 200 rounds of 100 times, in microseconds for one time. */
function medianOf(work: () => unknown): number {
  const rounds = Array.from({ length: 200 }, () => {
    const from = performance.now()
    for (let time = 0; time < 100; time++) work()
    return ((performance.now() - from) / 100) * 1_000
  })
  return rounds.toSorted((a, b) => a - b)[100] ?? Number.NaN
}

test('decides by 20 policies, each of which is met in full, within ten times of 10 microseconds', () => {
  const [policies, request] = [compile(POLICIES), requestOf(known(), ASKED)]
  expect(decide(policies, request).because).toHaveLength(20)
  expect(medianOf(() => decide(policies, request))).toBeLessThan(100)
})
