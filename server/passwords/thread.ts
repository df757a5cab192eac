import { judgePassword, refusalOf } from '#server/passwords/strength.ts'

/** A password, and words about the person and this site. */
export type Asked = { password: string; contextWords: string[] }

/** What the thread of `judge.ts` does. */
export const judge = ({ password, contextWords }: Asked) => judgePassword(password, contextWords)
export const refuse = ({ password, contextWords }: Asked) => refusalOf(password, contextWords)
