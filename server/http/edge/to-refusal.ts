import { HTTPException } from 'hono/http-exception'
import { AppError, isUnavailable } from '#server/errors.ts'

/** A guess. Nobody knows how long another process holds the lock or a disk stays full. */
const RETRY_SECONDS = 5

/**
 * Returns the refusal for a thrown error: an `AppError`, an unreadable body, a database that is busy or full. Returns undefined
 * for a fault of ours.
 */
export function toRefusal(error: Error): AppError | undefined {
  if (error instanceof AppError) return error
  if (error instanceof HTTPException) return new AppError('invalid_input', { malformed: 'The body is not JSON.' })
  if (isGone(error)) return new AppError('invalid_input', { malformed: 'The body did not come whole.' })
  return isUnavailable(error) ? new AppError('unavailable', { retryAfter: RETRY_SECONDS }) : undefined
}

/** Returns whether the connection closed before the whole body arrived. */
function isGone(error: Error): boolean {
  return 'code' in error && error.code === 'ECONNRESET'
}
