import type { Translated } from '#server/words/catalogue.ts'
import type { passwords as english } from '#server/words/en/passwords.ts'

export const passwords: Translated<typeof english> = {}
