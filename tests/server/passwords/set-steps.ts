export const COMPOSED = 'Crème brûlée à Köln'
