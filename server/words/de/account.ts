import type { Translated } from '#server/words/catalogue.ts'
import type { account as english } from '#server/words/en/account.ts'

export const account: Translated<typeof english> = {}
