import type { Translated } from '#server/words/catalogue.ts'
import type { recoveryLetters as english } from '#server/words/en/recovery-letters.ts'

export const recoveryLetters: Translated<typeof english> = {}
