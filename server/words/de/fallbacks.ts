import type { Translated } from '#server/words/catalogue.ts'
import type { fallbacks as english } from '#server/words/en/fallbacks.ts'

export const fallbacks: Translated<typeof english> = {}
