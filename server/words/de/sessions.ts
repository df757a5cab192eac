import type { Translated } from '#server/words/catalogue.ts'
import type { sessions as english } from '#server/words/en/sessions.ts'

export const sessions: Translated<typeof english> = {}
