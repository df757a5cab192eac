import type { Translated } from '#server/words/catalogue.ts'
import type { factorLetters as english } from '#server/words/en/factor-letters.ts'

export const factorLetters: Translated<typeof english> = {}
