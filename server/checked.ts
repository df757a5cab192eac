import type { z } from 'zod'
import { AppError } from '#server/errors.ts'

/** Returns a value as a schema reads it. Refuses what does not fit with `invalid_input`, with what is wrong and where. */
export function checked<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const { data, error } = schema.safeParse(value)
  if (error) throw misfit(error)
  return data as z.output<S>
}

/** The refusal of a value that does not fit its schema. */
export function misfit({ issues: [issue] }: Pick<z.ZodError, 'issues'>): AppError {
  return new AppError('invalid_input', { malformed: issue && `${issue.path.join('.') || 'input'}: ${issue.message}` })
}
