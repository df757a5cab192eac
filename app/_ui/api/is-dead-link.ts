import { isOver } from '#app/_ui/api/is-over.ts'
import { isRefusal } from '#app/_ui/api/is-refusal.ts'

/** Tells whether a letter's link was refused for good: run out, used, of a cycle that is over, or never ours. */
export function isDeadLink(thrown: unknown): boolean {
  return isOver(thrown) || isRefusal(thrown, 'invalid_input')
}
