export const NOT_READY = { status: 409, body: { code: 'recovery_not_ready' } }
