export const FRESH_MS = 10 * 60_000

export const MISSING = { status: 403, body: { code: 'confirmation_required' } }
