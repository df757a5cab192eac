export const noticeLetters = {} as const
