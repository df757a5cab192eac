export const factorLetters = {} as const
