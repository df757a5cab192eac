import type { Translated } from '#server/words/catalogue.ts'
import type { links as english } from '#server/words/en/links.ts'

export const links: Translated<typeof english> = {}
