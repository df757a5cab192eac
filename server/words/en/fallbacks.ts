export const fallbacks = {} as const
