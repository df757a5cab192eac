import { isRefusal } from '#app/_ui/api/is-refusal.ts'

/** Tells whether the server refused because the step has run out or was used already. */
export function isOver(thrown: unknown): boolean {
  return isRefusal(thrown, 'ceremony_over')
}
