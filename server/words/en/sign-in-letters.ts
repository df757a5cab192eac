export const signInLetters = {} as const
