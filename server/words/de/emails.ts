import type { Translated } from '#server/words/catalogue.ts'
import type { emails as english } from '#server/words/en/emails.ts'

export const emails: Translated<typeof english> = {}
