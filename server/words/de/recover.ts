import type { Translated } from '#server/words/catalogue.ts'
import type { recover as english } from '#server/words/en/recover.ts'

export const recover: Translated<typeof english> = {}
