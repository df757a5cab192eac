import { describe, expect, test } from 'vitest'
import { makeClient } from '#tests/helpers/client.ts'
import { addPasskey, confirm, makeAuthenticator, signIn } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { faultsOf, type Schema } from '#tests/server/http/schema-faults.ts'
import { readyToSignUp } from '#tests/server/passkeys/steps.ts'

/** The routes of design §5 that the passkey road goes by. */
const ROUTES = [
  'POST /sign-up', 'POST /sign-up/code', 'POST /sign-up/passkey',
  'POST /sign-in/options', 'POST /sign-in',
  'GET /session', 'DELETE /session',
  'GET /sessions', 'DELETE /sessions', 'DELETE /sessions/{id}',
  'POST /confirmation/options', 'POST /confirmation',
  'GET /passkeys', 'POST /passkeys', 'POST /passkeys/options', 'PATCH /passkeys/{id}', 'DELETE /passkeys/{id}',
  'GET /activity', 'GET /account/export', 'GET /health',
]

type Operation = { parameters?: { name: string; in: string }[]; summary?: string; tags?: string[]; security?: unknown[]; requestBody?: { content: Record<string, { schema: Schema }> }; responses: Record<string, { content?: Record<string, { schema: Schema }> }> }
type Document = { openapi: string; servers: { url: string }[]; paths: Record<string, Record<string, Operation>>; components: { schemas: Record<string, Schema>; securitySchemes: Record<string, unknown> } }

async function theDocument(): Promise<Document> {
  const answer = await makeClient(makeWorld()).get('/api/openapi.json')
  expect(answer.status).toBe(200)
  // The document the API wrote about itself.
  return answer.body as unknown as Document
}

describe('the document', () => {
  test('is OpenAPI 3.1 of our own origin, and lists every route there is', async () => {
    const document = await theDocument()
    expect(document).toMatchObject({ openapi: '3.1.0', servers: [{ url: 'http://localhost:3000/api' }], components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'latchkey-session' } } } })
    const listed = Object.entries(document.paths).flatMap(([path, operations]) => Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`))
    for (const route of ROUTES) expect(listed).toContain(route)
  })

  test('V13.4.5 lists no testing route, even in testing', async () => {
    const { body } = await makeClient(makeWorld({ TESTING: '1' })).get('/api/openapi.json')
    expect(Object.keys(body.paths as object).filter((path) => path.includes('testing'))).toEqual([])
  })

  test('says of every route what it does, what it takes and what it may refuse', async () => {
    const { paths } = await theDocument()
    for (const [path, operations] of Object.entries(paths)) {
      for (const [method, { summary, responses, requestBody }] of Object.entries(operations)) {
        expect(summary, `${method} ${path}`).toMatch(/\w/)
        expect(Object.keys(responses).some((status) => status.startsWith('2')), `${method} ${path}`).toBe(true)
        if (requestBody) expect(Object.keys(requestBody.content)).toEqual(['application/json'])
      }
    }
  })

  test('V14.2.1 names no secret that would be in an address: ids and pages only', async () => {
    const { paths } = await theDocument()
    const named = Object.values(paths).flatMap((operations) => Object.values(operations).flatMap(({ parameters = [] }) => parameters.map(({ name, in: place }) => `${place} ${name}`)))
    expect([...new Set(named)].toSorted()).toEqual(['path id', 'query before', 'query limit'])
  })

  test('V6.4.2 knows no hint and no secret question', async () => {
    const named = [...JSON.stringify(await theDocument()).matchAll(/"(\w+)":/g)].map(([, name = '']) => name)
    expect(named.filter((name) => /hint|question|mother|birth/i.test(name))).toEqual([])
  })

  test('refers to nothing it does not hold', async () => {
    const document = await theDocument()
    const named = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, name = '']) => name)
    for (const name of named) expect(document.components.schemas).toHaveProperty(name)
  })
})

test('calls nothing optional that always comes', async () => {
  const { paths } = await theDocument()
  for (const path of ['/sign-in/options', '/confirmation/options', '/passkeys/options', '/sign-up/code']) {
    const [schema] = Object.values(paths[path]?.post?.responses[200]?.content ?? {})
    expect(schema?.schema.required, path).toEqual(expect.arrayContaining(['ceremony', 'options']))
  }
})

test('V14.2.6 what the API answers is what the document says it answers, along the whole road', async () => {
  const document = await theDocument()
  const world = makeWorld()
  const client = makeClient(world)
  const authenticator = makeAuthenticator(world)

  const check = (route: string, { status, body }: { status: number; body: unknown }) => {
    const [method = '', path = ''] = route.split(' ')
    const responses = document.paths[path]?.[method.toLowerCase()]?.responses
    const described = responses?.[status] ?? (status >= 400 ? responses?.default : undefined)
    const [content] = Object.values(described?.content ?? {})
    expect(described, `${route} answers ${status}`).toBeDefined()
    if (content) expect(faultsOf(body, content.schema, document.components.schemas), route).toEqual([])
    return body
  }

  check('POST /sign-up', await client.post('/api/sign-up', { email: 'first@example.com' }))
  check('POST /sign-up', await client.post('/api/sign-up', { email: 'nonsense' }))
  const { ceremony, options } = await readyToSignUp(world, { email: 'ada@example.com', client })
  check('POST /sign-up/code', { status: 200, body: { ceremony, options } })
  check('POST /sign-up/passkey', await client.post('/api/sign-up/passkey', { ceremony, credential: authenticator.create(options), name: 'First' }))
  check('POST /sign-up/passkey', await client.post('/api/sign-up/passkey', { ceremony, credential: authenticator.create(options) }))
  check('POST /sign-in/options', await client.post('/api/sign-in/options'))
  check('POST /sign-in', await signIn(client, authenticator, { passkey: authenticator.passkeys[0] }))
  check('POST /sign-in', await signIn(client, authenticator, { passkey: authenticator.passkeys[0], flags: { uv: false } }))
  check('GET /session', await client.get('/api/session'))
  check('GET /sessions', await client.get('/api/sessions'))
  check('POST /confirmation/options', await client.post('/api/confirmation/options'))
  check('POST /confirmation', await confirm(client, authenticator))
  check('POST /passkeys/options', await client.post('/api/passkeys/options'))
  const added = check('POST /passkeys', await addPasskey(client, makeAuthenticator(world), 'Second')) as { passkey: { id: string } }
  check('GET /passkeys', await client.get('/api/passkeys'))
  check('PATCH /passkeys/{id}', await client.patch(`/api/passkeys/${added.passkey.id}`, { name: 'Other' }))
  check('DELETE /passkeys/{id}', await client.delete(`/api/passkeys/${added.passkey.id}`))
  check('DELETE /passkeys/{id}', await client.delete(`/api/passkeys/${added.passkey.id}`))
  check('GET /activity', await client.get('/api/activity?limit=3'))
  check('GET /activity', await client.get('/api/activity?limit=0'))
  check('GET /account/export', await client.get('/api/account/export'))
  check('DELETE /sessions', await client.delete('/api/sessions'))
  check('GET /health', await client.get('/api/health'))
  check('DELETE /session', await client.delete('/api/session'))
})

test('the check above finds what is missing, of the wrong kind, and too much', () => {
  const schemas: Record<string, Schema> = { Pet: { type: 'object', properties: { name: { type: 'string' }, age: { type: 'integer' } }, required: ['name'] } }
  const pets: Schema = { type: 'array', items: { $ref: '#/components/schemas/Pet' } }
  expect(faultsOf([{ name: 'Rex', age: 3 }, { name: 'Tom' }], pets, schemas)).toEqual([])
  expect(faultsOf([{ age: 3 }, { name: 7 }, { name: 'x', secret: 1 }, { name: 'x', age: 1.5 }, 'x'], pets, schemas)).toHaveLength(5)
})
