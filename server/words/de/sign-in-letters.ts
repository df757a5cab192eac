import type { Translated } from '#server/words/catalogue.ts'
import type { signInLetters as english } from '#server/words/en/sign-in-letters.ts'

export const signInLetters: Translated<typeof english> = {}
