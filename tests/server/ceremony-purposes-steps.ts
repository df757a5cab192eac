export const OVER = { status: 410, body: { code: 'ceremony_over' } }
