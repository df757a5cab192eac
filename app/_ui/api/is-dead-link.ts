import { Problem } from '#app/_ui/api/problem.ts'

/** Tells whether a letter's link was refused for good: run out, used, of a cycle that is over, or never ours. */
export function isDeadLink(thrown: unknown): boolean {
  return thrown instanceof Problem && (thrown.code === 'ceremony_over' || thrown.code === 'invalid_input')
}
