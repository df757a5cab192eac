import { HTTPException } from 'hono/http-exception'
import { AppError, isUnavailable } from '#server/errors.ts'

/** A guess: how long another process keeps the lock, or a disk stays full, nobody knows. */
const RETRY_SECONDS = 5

/** What was thrown, as the refusal it is: ours, the visitor's mistake, or what only time can mend. Nothing if it is a fault of ours. */
export function toRefusal(error: Error): AppError | undefined {
  if (error instanceof AppError) return error
  if (error instanceof HTTPException) return new AppError('invalid_input', { malformed: 'The body is not JSON.' })
  if (isGone(error)) return new AppError('invalid_input', { malformed: 'The body did not come whole.' })
  return isUnavailable(error) ? new AppError('unavailable', { retryAfter: RETRY_SECONDS }) : undefined
}

/** True if the visitor's connection broke off before the body was whole. */
function isGone(error: Error): boolean {
  return 'code' in error && error.code === 'ECONNRESET'
}
