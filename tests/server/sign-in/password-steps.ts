import { type TestWorld } from '#tests/helpers/world.ts'
import { stranger } from '#tests/server/second-factor/steps.ts'

export const FAILED = { status: 401, body: { code: 'sign_in_failed' } }

export async function tryWith(world: TestWorld, email: string, password = 'not the one at all') {
  return stranger(world).post('/api/sign-in/password', { email, password })
}
