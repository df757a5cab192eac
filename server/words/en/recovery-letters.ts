export const recoveryLetters = {} as const
