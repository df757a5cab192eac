export const accountLetters = {} as const
