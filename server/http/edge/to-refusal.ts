import { HTTPException } from 'hono/http-exception'
import { AppError, isOutcomeUnknown, isUnavailable } from '#server/errors.ts'

/** When to try again, in seconds: a guess. Nobody knows how long another process holds the lock or a disk stays full. */
export const RETRY_SECONDS = 5

/**
 * Returns the refusal for a thrown error: an `AppError`, an unreadable body, a database that is busy, full or lost. Returns
 * undefined for a fault of ours.
 */
export function toRefusal(error: Error): AppError | undefined {
  if (error instanceof AppError) return error
  if (error instanceof HTTPException) return new AppError('invalid_input', { malformed: 'The body is not JSON.' })
  if (isGone(error)) return new AppError('invalid_input', { malformed: 'The body did not come whole.' })
  if (isOutcomeUnknown(error)) return new AppError('outcome_unknown')
  return isUnavailable(error) ? new AppError('unavailable', { retryAfter: RETRY_SECONDS }) : undefined
}

/** Returns whether the connection closed before the whole body arrived. */
function isGone(error: Error): boolean {
  return 'code' in error && error.code === 'ECONNRESET'
}
