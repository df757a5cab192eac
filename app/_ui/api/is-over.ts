import { Problem } from '#app/_ui/api/problem.ts'

/** Tells whether the server refused because the step has run out or was used already. */
export function isOver(thrown: unknown): boolean {
  return thrown instanceof Problem && thrown.code === 'ceremony_over'
}
