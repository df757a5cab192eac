export const emailLetters = {} as const
