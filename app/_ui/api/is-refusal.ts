import { Problem } from '#app/_ui/api/problem.ts'
import type { RefusalCode } from '#server/errors.ts'

/** Tells whether the server refused with this code. */
export function isRefusal(thrown: unknown, code: RefusalCode): thrown is Problem {
  return thrown instanceof Problem && thrown.code === code
}
