import type { Translated } from '#server/words/catalogue.ts'
import type { signUp as english } from '#server/words/en/sign-up.ts'

export const signUp: Translated<typeof english> = {}
