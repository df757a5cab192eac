import { DAY } from '#tests/server/second-factor/steps.ts'

export const GRACE = 7 * DAY
