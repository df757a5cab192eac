import type { Translated } from '#server/words/catalogue.ts'
import type { home as english } from '#server/words/en/home.ts'

export const home: Translated<typeof english> = {}
