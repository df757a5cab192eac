export const REASONS = []
