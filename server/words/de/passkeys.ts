import type { Translated } from '#server/words/catalogue.ts'
import type { passkeys as english } from '#server/words/en/passkeys.ts'

export const passkeys: Translated<typeof english> = {}
