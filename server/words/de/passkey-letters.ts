import type { Translated } from '#server/words/catalogue.ts'
import type { passkeyLetters as english } from '#server/words/en/passkey-letters.ts'

export const passkeyLetters: Translated<typeof english> = {}
