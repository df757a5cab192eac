import type { Translated } from '#server/words/catalogue.ts'
import type { data as english } from '#server/words/en/data.ts'

export const data: Translated<typeof english> = {}
