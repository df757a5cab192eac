import { describe, expect, test } from 'vitest'
import { DOCUMENT, type Media, type Operation } from '#tests/helpers/document.ts'
import { faultsOf, type Schema } from '#tests/helpers/schema-faults.ts'
import { OPERATIONS } from '#tests/server/http/docs/openapi-steps.ts'

const NAMED = DOCUMENT.components.schemas

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
    for (const code of ['too_many_attempts', 'unavailable', 'outcome_unknown', 'fault']) expect(codes).toContain(code)
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
      // The details of an event differ from kind to kind, and a condition is a language of its own.
      expect(
        openObjectsIn(media.schema).filter((at) => !/\.(details|when)$/.test(at)),
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
