import type { Translated } from '#server/words/catalogue.ts'
import type { emailLetters as english } from '#server/words/en/email-letters.ts'

export const emailLetters: Translated<typeof english> = {}
