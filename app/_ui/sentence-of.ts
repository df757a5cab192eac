import { PasskeyFault } from '#app/_ui/passkey-fault.ts'
import { Problem } from '#app/_ui/problem.ts'
import { tryAgain } from '#app/_ui/try-again.ts'

/** What to tell the person about something thrown; nothing if they cancelled it themselves. */
export function sentenceOf(thrown: unknown): string | undefined {
  if (thrown instanceof Problem && thrown.retryAfter) return `Too many tries. You can try again ${tryAgain(thrown.retryAfter)}.`
  if (thrown instanceof PasskeyFault || thrown instanceof Problem) return thrown.message || undefined
  if (thrown instanceof TypeError) return 'The server could not be reached. Check your connection and try again.'
  return 'Something went wrong. Please try again.'
}
