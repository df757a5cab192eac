export const NEW = 'new@example.com'

export const WRONG = { status: 401, body: { code: 'code_wrong' } }
