import type { Translated } from '#server/words/catalogue.ts'
import type { accountLetters as english } from '#server/words/en/account-letters.ts'

export const accountLetters: Translated<typeof english> = {}
