import type { Translated } from '#server/words/catalogue.ts'
import type { noticeLetters as english } from '#server/words/en/notice-letters.ts'

export const noticeLetters: Translated<typeof english> = {}
