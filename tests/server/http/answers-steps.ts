import { type Answer, makeClient } from '#tests/helpers/client.ts'
import { signUp } from '#tests/helpers/people.ts'
import { type TestWorld } from '#tests/helpers/world.ts'

/** One answer of every kind. */
export const KINDS: Record<string, (world: TestWorld) => Promise<Answer>> = {
  '200 of a read': async (world) => (await signUp(world)).client.get('/api/session'),
  '200 of a write': async (world) => makeClient(world).post('/api/sign-in/options'),
  '200 of health': (world) => makeClient(world).get('/api/health'),
  '200 of the document': (world) => makeClient(world).get('/api/openapi.json'),
  '200 of a well-known address': (world) => makeClient(world).get('/.well-known/passkey-endpoints'),
  '202': (world) => makeClient(world).post('/api/sign-up', { email: 'ada@example.com' }),
  '204': async (world) => (await signUp(world)).client.delete('/api/session'),
  '302': (world) => makeClient(world).get('/.well-known/change-password'),
  '400': (world) => makeClient(world).post('/api/sign-up', {}),
  '401': (world) => makeClient(world).get('/api/session'),
  '403': (world) => makeClient(world).send('POST', '/api/sign-up', {}, { origin: 'https://evil.example' }),
  '404': (world) => makeClient(world).get('/api/nothing'),
  '405': (world) => makeClient(world).put('/api/session'),
  '410': async (world) => {
    const client = makeClient(world)
    return client.post('/api/sign-up/code', { ceremony: 'x', code: '000000' })
  },
  '413': (world) => makeClient(world).send('POST', '/api/sign-up', 'x'.repeat(70_000)),
  '415': (world) => makeClient(world).send('POST', '/api/sign-up', 'x', { 'content-type': 'text/plain' }),
  '429': async (world) => {
    for (let index = 0; index < 10; index += 1)
      await makeClient(world).post('/api/sign-up', { email: `p${index}@example.com` })
    return makeClient(world).post('/api/sign-up', { email: 'last@example.com' })
  },
  '500': async (world) => {
    await world.db.close()
    return makeClient(world).get('/api/health')
  },
}
