import type { Translated } from '#server/words/catalogue.ts'
import type { letters as english } from '#server/words/en/letters.ts'

export const letters: Translated<typeof english> = {}
