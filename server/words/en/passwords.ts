export const passwords = {} as const
