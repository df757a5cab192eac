import type { useWords } from '#app/_ui/language/words.tsx'
import type { TriedDecision } from '#app/_web/admin-access.ts'

type Say = ReturnType<typeof useWords<'adminPolicies'>>
type Rule = Pick<TriedDecision['policies'][number], 'effect' | 'outcome'>

/** What became of a rule in a decision, in words. */
export function outcomeOf(say: Say, { effect, outcome }: Rule): string {
  return outcome === 'matched' ? say(`try.outcomes.matched.${effect}`) : say(`try.outcomes.${outcome}`)
}
