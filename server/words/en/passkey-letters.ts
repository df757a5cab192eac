export const passkeyLetters = {} as const
