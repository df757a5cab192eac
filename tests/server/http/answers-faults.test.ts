import { describe, expect, test } from 'vitest'
import { makeClient } from '#tests/helpers/client.ts'
import { signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { everyRoute } from '#tests/server/http/routes.ts'
import { readyToSignIn } from '#tests/server/passkeys/steps.ts'

describe('a fault of ours', () => {
  test('V16.3.4 V16.5.1 V16.5.4 does not reveal its cause, is logged completely, and the next request is answered', async () => {
    const world = makeWorld()
    const client = makeClient(world)
    const { read } = world.db
    world.db.read = () => Promise.reject(new Error('SQLITE_CORRUPT in /srv/data at line 7'))
    const answer = await client.get('/api/health')
    expect(answer).toMatchObject({ status: 500, body: { code: 'fault', title: 'Something went wrong.' } })
    expect(JSON.stringify(answer.body)).not.toMatch(/SQLITE|srv|line/)
    expect(world.logged.join()).toContain('SQLITE_CORRUPT')
    world.db.read = read
    expect(await client.get('/api/health')).toMatchObject({ status: 200 })
  })

  test('V16.5.3 fails closed: without the database no route returns data or opens a session', async () => {
    const world = makeWorld({ LIMIT_SCALE: '1000' })
    const { client, authenticator } = await signUp(world)
    const { ceremony, options } = await readyToSignIn(client)
    const routes = await everyRoute(world)
    await world.db.close()
    const signingIn = await client.post('/api/sign-in', { ceremony, credential: authenticator.get(options) })
    expect(signingIn.status).toBe(500)
    expect(signingIn.headers.getSetCookie()).toEqual([])
    for (const { method, path, takesBody, byBrowser } of routes.filter(
      ({ template }) => !['/sign-in/options', '/openapi.json'].includes(template),
    )) {
      const answer = await client.send(method, path, takesBody ? {} : undefined)
      // A program without a key is refused before anything is read.
      expect(byBrowser ? [500, 400] : [500, 400, 401], `${method} ${path}`).toContain(answer.status)
      expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    }
  })
})

test('X1 every route except the public ones refuses a request without a session', async () => {
  const world = makeWorld({ LIMIT_SCALE: '1000' })
  const open = /^\/(sign-up|sign-in|recovery)(\/|$)|^\/(health|openapi\.json|emails\/undo)$/
  const routes = (await everyRoute(world)).filter(({ template }) => !open.test(template))
  expect(routes.length).toBeGreaterThan(10)
  for (const { method, path, takesBody } of routes) {
    const answer = await makeClient(world).send(method, path, takesBody ? {} : undefined)
    // An invalid body may be refused before the session is checked.
    expect(takesBody ? [400, 401] : [401], `${method} ${path}`).toContain(answer.status)
  }
})
