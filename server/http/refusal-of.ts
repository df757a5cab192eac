import { HTTPException } from 'hono/http-exception'
import { AppError } from '#server/errors.ts'

/** What was thrown, as the refusal it is: ours, or the visitor's mistake. Nothing if it is a fault of ours. */
export function refusalOf(error: Error): AppError | undefined {
  if (error instanceof AppError) return error
  if (error instanceof HTTPException) return new AppError('invalid_input', { malformed: 'The body is not JSON.' })
  if (isGone(error)) return new AppError('invalid_input', { malformed: 'The body did not come whole.' })
  return undefined
}

/** True if the visitor's connection broke off before the body was whole. */
function isGone(error: Error): boolean {
  return 'code' in error && error.code === 'ECONNRESET'
}
