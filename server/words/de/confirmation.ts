import type { Translated } from '#server/words/catalogue.ts'
import type { confirmation as english } from '#server/words/en/confirmation.ts'

export const confirmation: Translated<typeof english> = {}
