export const checkUp = {} as const
