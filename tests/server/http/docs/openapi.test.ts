import { describe, expect, test } from 'vitest'
import { type Answer, makeBrowser, makeClient } from '#tests/helpers/client.ts'
import { DOCUMENT, type Document, faultsOfAnswer, type Media, type Operation } from '#tests/helpers/document.ts'
import { faultsOf, type Schema } from '#tests/helpers/schema-faults.ts'
import { makeWorld } from '#tests/helpers/world.ts'

/** Every route of the API. */
const ROUTES = [
  'POST /sign-up',
  'POST /sign-up/code',
  'POST /sign-up/passkey',
  'POST /sign-in/options',
  'POST /sign-in',
  'POST /sign-in/password',
  'POST /sign-in/second-step',
  'POST /recovery',
  'POST /recovery/code',
  'POST /recovery/second-step',
  'POST /recovery/start',
  'POST /recovery/cancel',
  'POST /recovery/options',
  'POST /recovery/finish',
  'GET /session',
  'DELETE /session',
  'GET /sessions',
  'DELETE /sessions',
  'DELETE /sessions/{id}',
  'POST /confirmation/options',
  'POST /confirmation',
  'GET /passkeys',
  'POST /passkeys',
  'POST /passkeys/options',
  'PATCH /passkeys/{id}',
  'DELETE /passkeys/{id}',
  'POST /totp',
  'POST /totp/confirm',
  'DELETE /totp',
  'GET /backup-codes',
  'POST /backup-codes',
  'PUT /password',
  'POST /password/check',
  'DELETE /password',
  'GET /emails',
  'POST /emails',
  'POST /emails/code',
  'PUT /emails/{id}/primary',
  'DELETE /emails/{id}',
  'POST /emails/undo',
  'POST /account/recovery/cancel',
  'GET /activity',
  'GET /check-up',
  'GET /account/export',
  'PATCH /account',
  'PUT /account/language',
  'DELETE /account',
  'GET /health',
  'GET /openapi.json',
  'GET /testing/mailbox',
  'POST /testing/clock',
  'POST /testing/form',
]

const OPERATIONS: [string, Operation][] = Object.entries(DOCUMENT.paths).flatMap(([path, operations]) =>
  Object.entries(operations).map(([method, operation]): [string, Operation] => [
    `${method.toUpperCase()} ${path}`,
    operation,
  ]),
)
const NAMED = DOCUMENT.components.schemas

async function documentOf(environment: Record<string, string>): Promise<Document> {
  // The API's own document.
  return (await makeClient(makeWorld(environment)).get('/api/openapi.json')).body as unknown as Document
}

describe('the document', () => {
  test('is OpenAPI 3.1 with our own origin and the session cookie', async () => {
    expect(await documentOf({})).toMatchObject({
      openapi: '3.1.0',
      info: { title: 'Latchkey: the API', version: expect.any(String), description: expect.stringContaining('Origin') },
      servers: [{ url: 'http://localhost:3000/api' }],
      components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'latchkey-session' } } },
    })
  })

  test('lists exactly the existing routes', () => {
    expect(OPERATIONS.map(([route]) => route).toSorted()).toEqual(ROUTES.toSorted())
  })

  test('13.4.2 lists the testing routes only in testing mode, and is otherwise the document that tests check answers against', async () => {
    const product = Object.entries(DOCUMENT.paths).filter(([path]) => !path.startsWith('/testing/'))
    expect((await documentOf({})).paths).toEqual(Object.fromEntries(product))
    expect((await documentOf({ TESTING: '1' })).paths).toEqual(DOCUMENT.paths)
  })

  test('V14.2.1 has no secret in a URL, only ids and page numbers', async () => {
    const { paths } = await documentOf({})
    const named = Object.values(paths).flatMap((operations) =>
      Object.values(operations).flatMap(({ parameters = [] }) =>
        parameters.map(({ name, in: place }) => `${place} ${name}`),
      ),
    )
    expect([...new Set(named)].toSorted()).toEqual(['path id', 'query before', 'query limit'])
  })

  test('V6.4.2 has no password hint and no secret question', () => {
    const named = [...JSON.stringify(DOCUMENT).matchAll(/"(\w+)":/g)].map(([, name = '']) => name)
    // WebAuthn's `hints` say which kind of device a browser offers first (L3 §5.8.7), nothing about a person.
    expect(named.filter((name) => name !== 'hints' && /hint|question|mother|birth/i.test(name))).toEqual([])
  })

  test('has no dangling reference', () => {
    const references = [...JSON.stringify(DOCUMENT).matchAll(/"\$ref":"#\/components\/(schemas|examples)\/(\w+)"/g)]
    expect(references.length).toBe([...JSON.stringify(DOCUMENT).matchAll(/"\$ref"/g)].length)
    for (const [, kind, name] of references) expect(DOCUMENT.components).toHaveProperty([kind ?? '', name ?? ''])
  })

  test('names each operation and each tag once', () => {
    expect(new Set(OPERATIONS.map(([, { operationId }]) => operationId)).size).toBe(OPERATIONS.length)
    const described = DOCUMENT.tags.filter(({ description }) => /\w/.test(description)).map(({ name }) => name)
    expect(new Set(OPERATIONS.flatMap(([, { tags }]) => tags))).toEqual(new Set(described))
  })
})

describe.each(OPERATIONS)('%s', (route, operation) => {
  const [method = '', path = ''] = route.split(' ')
  const bodies: [string, Media][] = [
    ['request', operation.requestBody] as const,
    ...Object.entries(operation.responses),
  ].flatMap(([of, body]) => Object.values(body?.content ?? {}).map((media): [string, Media] => [of, media]))

  test('has a summary and a tag', () => {
    expect(operation).toMatchObject({
      summary: expect.stringMatching(/^[A-Z]/),
      operationId: expect.stringMatching(/^[a-z]+[A-Z]\w+$/),
      tags: [expect.any(String)],
      security: expect.any(Array),
    })
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    expect(
      (operation.parameters ?? [])
        .filter((parameter) => parameter.in === 'path' && parameter.required)
        .map(({ name }) => name),
    ).toEqual(named)
  })

  test('has examples of every request and answer, and each fits its schema', () => {
    for (const [of, { schema, examples }] of bodies) {
      expect(Object.keys(examples).length, of).toBeGreaterThan(0)
      for (const { $ref, value = DOCUMENT.components.examples[$ref?.split('/').at(-1) ?? '']?.value } of Object.values(
        examples,
      ))
        expect(faultsOf(value, schema, NAMED), of).toEqual([])
    }
    for (const { name, schema } of operation.parameters ?? []) {
      expect(schema.examples?.length, name).toBeGreaterThan(0)
      for (const example of schema.examples ?? []) expect(faultsOf(example, schema, NAMED), name).toEqual([])
    }
  })

  test('lists its refusals by status, including those of the edge', () => {
    const { default: rest, ...responses } = operation.responses
    expect(rest).toBeUndefined()
    expect(Object.keys(responses).filter((status) => status.startsWith('2'))).toHaveLength(1)
    const codes = codesOf(operation)
    for (const code of ['too_many_attempts', 'unavailable', 'fault']) expect(codes).toContain(code)
    for (const code of ['too_large', 'unsupported_type']) expect(codes.includes(code)).toBe(method !== 'GET')
    expect(codes.includes('wrong_origin')).toBe(method !== 'GET' && operation['x-pipeline'] === 'browser')
    expect(codes.includes('not_signed_in')).toBe(operation.security.length > 0)
    const takesInput = Boolean(operation.requestBody || operation.parameters || method !== 'GET')
    expect(codes.includes('invalid_input')).toBe(takesInput)
    for (const status of [429, 503])
      expect(responses[status]?.headers).toMatchObject({
        'Retry-After': { required: true, schema: { type: 'integer' } },
      })
  })

  test('has closed schemas, so that every member is listed', () => {
    for (const [status, media] of bodies) {
      if (status === 'request' || route === 'GET /openapi.json') continue
      // The details of an event differ from kind to kind.
      expect(
        openObjectsIn(media.schema).filter((at) => !at.endsWith('.details')),
        status,
      ).toEqual([])
    }
  })
})

function codesOf({ responses }: Operation): string[] {
  const refusals = Object.entries(responses).filter(([status]) => Number(status) >= 400)
  return refusals.flatMap(([, { content, description }]) => {
    const problem = content?.['application/problem+json']
    // OAuth's own errors have other codes: there the description lists ours.
    if (!problem) return [...description.matchAll(/`(\w+)`: /g)].map(([, code = '']) => code)
    return (problem.schema.allOf?.[1]?.properties?.code?.enum ?? []).map(String)
  })
}

/** Where an object may hold more than is listed. Only a whole schema closes one: a part of `allOf` narrows what another part lists. */
function openObjectsIn(schema: Schema, at = '$'): string[] {
  if (schema.$ref) return openObjectsIn(NAMED[schema.$ref.split('/').at(-1) ?? ''] ?? {}, at)
  if (schema.allOf) return openObjectsIn(schema.allOf[0] ?? {}, at)
  const members = Object.entries(schema.properties ?? {}).flatMap(([name, member]) =>
    openObjectsIn(member, `${at}.${name}`),
  )
  const items = schema.items ? openObjectsIn(schema.items, `${at}[]`) : []
  return [
    ...(schema.type === 'object' && schema.additionalProperties !== false ? [at] : []),
    ...members,
    ...items,
    ...(schema.anyOf ?? []).flatMap((choice) => openObjectsIn(choice, at)),
  ]
}

test('marks no member as optional that is always present', () => {
  const requiredBy = (path: string) =>
    DOCUMENT.paths[path]?.post?.responses[200]?.content?.['application/json']?.schema.required
  for (const path of ['/sign-in/options', '/passkeys/options', '/sign-up/code', '/recovery/options'])
    expect(requiredBy(path), path).toEqual(expect.arrayContaining(['ceremony', 'options']))
  expect(requiredBy('/confirmation/options')).toEqual(['ways'])
})

describe('the test client', () => {
  const HEALTH = {
    status: 200,
    type: 'application/json',
    body: { status: 'ok' } as object | undefined,
    headers: {} as Record<string, string>,
  }

  function answering(answer: Partial<typeof HEALTH>, ask = 'GET /api/health'): Promise<Answer> {
    const { status, type, body, headers } = { ...HEALTH, ...answer }
    const [method = '', path = ''] = ask.split(' ')
    const respond = async () =>
      new Response(body && JSON.stringify(body), {
        status,
        headers: { ...(body && { 'content-type': type }), ...headers },
      })
    return makeBrowser('http://localhost:3000', respond).send(method, path)
  }

  const problem = (status: number, code: string) => ({
    status,
    type: 'application/problem+json',
    body: { type: `urn:latchkey:problem:${code}`, title: 'No.', status, code },
  })

  test('accepts listed answers', async () => {
    expect(await answering({})).toMatchObject({ status: 200, body: { status: 'ok' } })
    expect(await answering({ ...problem(429, 'too_many_attempts'), headers: { 'retry-after': '42' } })).toMatchObject({
      status: 429,
    })
    expect(await answering(problem(404, 'not_found'), 'GET /api/nothing')).toMatchObject({ status: 404 })
  })

  test.each<[string, Partial<typeof HEALTH>, string?]>([
    ['a status that is not listed', { status: 201 }],
    ['a member that is not listed', { body: { status: 'ok', secret: 1 } }],
    ['a member that is missing', { body: {} }],
    ['a member of another type', { body: { status: 7 } }],
    ['another type', { type: 'text/html' }],
    ['an empty body where one is listed', { body: undefined }],
    ['a 200 where a 204 is listed', {}, 'DELETE /api/totp'],
    ['a code of another route', problem(401, 'code_wrong'), 'GET /api/session'],
    ['a code under the status of another', problem(403, 'not_signed_in'), 'DELETE /api/session'],
    ['an unknown code', problem(404, 'lost'), 'GET /api/nothing'],
    ['a success without a route', {}, 'GET /api/nothing'],
    ['a missing waiting time', problem(429, 'too_many_attempts')],
    ['a missing session cookie', { status: 204, body: undefined }, 'POST /api/confirmation'],
  ])('throws on %s', async (_, answer, ask) => {
    await expect(answering(answer, ask)).rejects.toThrow('answers what the document does not say')
  })

  test('checks only answers of the API', () => {
    expect(
      faultsOfAnswer({
        method: 'GET',
        path: '/.well-known/change-password',
        status: 302,
        headers: new Headers(),
        text: '',
      }),
    ).toEqual([])
  })
})

test('the schema check finds missing and surplus members, wrong types and unknown keywords', () => {
  const schemas: Record<string, Schema> = {
    Pet: {
      type: 'object',
      properties: {
        name: { type: 'string', minLength: 1, pattern: '^\\p{L}+$' },
        age: { type: ['integer', 'null'], minimum: 0 },
      },
      required: ['name'],
      additionalProperties: false,
    },
  }
  const pets: Schema = { type: 'array', items: { $ref: '#/components/schemas/Pet' } }
  expect(faultsOf([{ name: 'Rex', age: 3 }, { name: 'Tom' }, { name: 'Mia', age: null }], pets, schemas)).toEqual([])
  expect(
    faultsOf(
      [
        { age: 3 },
        { name: 7 },
        { name: 'x', secret: 1 },
        { name: 'x', age: 1.5 },
        'x',
        { name: '7' },
        { name: 'x', age: -1 },
      ],
      pets,
      schemas,
    ),
  ).toHaveLength(7)
  expect(faultsOf({}, { anyOf: [{ type: 'string' }, { required: ['x'] }] }, {})).toHaveLength(1)
  expect(faultsOf('x', { $ref: '#/components/schemas/Nobody' }, {})).toHaveLength(1)
  expect(faultsOf('x', { type: 'string', format: 'email' } as Schema, {})).toEqual([
    '$ is judged by format, which nobody knows here',
  ])
})
