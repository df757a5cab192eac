import type { Translated } from '#server/words/catalogue.ts'
import type { places as english } from '#server/words/en/places.ts'

export const places: Translated<typeof english> = {}
