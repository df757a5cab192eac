export const codeLetters = {} as const
