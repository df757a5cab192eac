import type { Translated } from '#server/words/catalogue.ts'
import type { checkUp as english } from '#server/words/en/check-up.ts'

export const checkUp: Translated<typeof english> = {}
