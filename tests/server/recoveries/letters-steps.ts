export const SECOND = 'second@example.com'
