import { expect } from 'vitest'
import { compile, decide } from '#server/policies/decide.ts'
import { requestOf } from '#server/policies/request.ts'
import { forGenerated } from '#tests/helpers/generated.ts'
import { type Case, cases } from '#tests/server/policies/judge/cases.ts'
import { judgedByCedar, type Verdict } from '#tests/server/policies/judge/cedar.ts'

/** How often each kind of verdict was reached. */
type Seen = { allowed: number; forbidden: number; unmatched: number; erring: number }

const RUNS = 2_000

/**
 * Requires the verdict of Cedar for each of 2,000 generated cases. Returns how often the rarest kind of verdict was reached, so that
 * a test can tell whether the cases say anything.
 */
export async function judgeGenerated(part: number): Promise<number> {
  const seen: Seen = { allowed: 0, forbidden: 0, unmatched: 0, erring: 0 }
  const judge = (each: Case) => {
    const verdict = judgedByCedar(each)
    expect(ourVerdict(each)).toEqual(verdict)
    count(seen, verdict)
  }
  await forGenerated(cases(), RUNS, judge, part)
  return Math.min(...Object.values(seen))
}

function ourVerdict({ policies, known, asked }: Case): Verdict {
  const { decision, because, errors } = decide(compile(policies), requestOf(known, asked))
  return { decision, because, erring: errors.map(({ policy }) => policy) }
}

function count(seen: Seen, { decision, because, erring }: Verdict): void {
  if (decision === 'allow') seen.allowed++
  else if (because.length > 0) seen.forbidden++
  else seen.unmatched++
  if (erring.length > 0) seen.erring++
}
