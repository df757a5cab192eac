import type { Translated } from '#server/words/catalogue.ts'
import type { activity as english } from '#server/words/en/activity.ts'

export const activity: Translated<typeof english> = {}
