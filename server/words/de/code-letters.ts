import type { Translated } from '#server/words/catalogue.ts'
import type { codeLetters as english } from '#server/words/en/code-letters.ts'

export const codeLetters: Translated<typeof english> = {}
