import { MINUTE } from '#tests/server/second-factor/steps.ts'

export const PAUSE = 15 * MINUTE

export const JUDGED = { status: 401, body: { code: 'code_wrong' } }

export const PAUSED = { status: 429, body: { code: 'too_many_attempts' } }
