import { cookieAt } from '#tests/helpers/cookie-names.ts'
import fc from 'fast-check'
import type { Schema } from '#tests/helpers/schema-faults.ts'
import { pathOf, settle, strike, withArena } from '../arena.ts'
import { type Endpoint } from '../document.ts'
import type { Scale } from '../scale.ts'
import { blame, isClean, newTally, type Tally } from '../tally.ts'

const DEEPEST = 4

/** Requests generated from the document's schemas, valid in most members and strange in some; a failing one is made small. */
export async function attackWithGenerated({ full, seed }: Scale): Promise<Tally> {
  return withArena(newTally('generated'), async (arena) => {
    let { client } = await arena.person()
    for (const endpoint of arena.api.endpoints) {
      // The limits that one endpoint has counted do not protect the next.
      if (full) client = (await arena.person()).client
      await settle(arena)
      const holds = async ({ path, body }: { path: string; body: unknown }): Promise<boolean> => {
        const own = newTally('one')
        const headers = { 'content-type': 'application/json' }
        await strike(
          { ...arena, tally: own },
          {
            label: 'generated',
            endpoint,
            client,
            method: endpoint.method,
            path,
            ...(body !== undefined && { headers, body: JSON.stringify(body) }),
          },
        )
        await settle(arena)
        for (const key of ['cases', 'refused', 'accepted'] as const) arena.tally[key] += own[key]
        if (!client.cookies.has(cookieAt('session', arena.target.origin))) {
          client = (await arena.person()).client
          await settle(arena)
        }
        return isClean(own)
      }
      const found = await fc.check(fc.asyncProperty(requests(endpoint, arena.api.schemas), holds), {
        seed,
        numRuns: full ? 60 : 2,
      })
      if (found.failed) {
        // Once more, to see what is wrong with the smallest one.
        const [smallest] = found.counterexample ?? []
        const own = newTally('one')
        if (smallest)
          await strike(
            { ...arena, tally: own },
            {
              label: JSON.stringify(smallest.body)?.slice(0, 200) ?? 'nothing',
              endpoint,
              client,
              method: endpoint.method,
              path: smallest.path,
              ...(smallest.body !== undefined && {
                headers: { 'content-type': 'application/json' },
                body: JSON.stringify(smallest.body),
              }),
            },
          )
        blame(
          arena.tally,
          own.faults ? 'faults' : own.changed ? 'changed' : 'unlisted',
          own.notes[0] ?? `${endpoint.method} ${endpoint.template}: ${JSON.stringify(smallest)?.slice(0, 300)}`,
        )
      }
    }
  })
}

function requests(endpoint: Endpoint, schemas: Record<string, Schema>): fc.Arbitrary<{ path: string; body: unknown }> {
  const id = fc.oneof(
    fc.stringMatching(/^[\w-]{22}$/),
    fc.string({ minLength: 1, maxLength: 40, unit: 'binary' }),
    fc.webSegment().filter((text) => text !== ''),
  )
  const words = (endpoint.operation.parameters ?? [])
    .filter((parameter) => parameter.in === 'query')
    .map(({ name }) => name)
  const query = fc.array(
    fc.tuple(
      fc.constantFrom(...words, 'x', '__proto__'),
      fc.oneof(fc.integer().map(String), fc.string({ unit: 'binary', maxLength: 20 })),
    ),
    { maxLength: 3 },
  )
  return fc.record({
    path: fc.tuple(id, query).map(([filled, pairs]) => {
      const asked = pairs.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&')
      // A dot by itself would leave the path and reach another endpoint.
      return pathOf(endpoint, /^\.+$/.test(filled) ? 'x' : encode(filled)) + (asked ? `?${asked}` : '')
    }),
    body: endpoint.body ? strange(endpoint.body, schemas) : fc.option(fc.jsonValue(), { nil: undefined }),
  })
}

/** Mostly a value of the schema, sometimes another one. */
function strange(schema: Schema, schemas: Record<string, Schema>, depth = 0): fc.Arbitrary<unknown> {
  if (depth > DEEPEST) return fc.jsonValue({ maxDepth: 1 })
  return fc.oneof(
    { weight: 9, arbitrary: fitting(schema, schemas, depth) },
    { weight: 1, arbitrary: fc.jsonValue() },
    { weight: 1, arbitrary: fc.constant(undefined) },
  )
}

function fitting(schema: Schema, schemas: Record<string, Schema>, depth: number): fc.Arbitrary<unknown> {
  if (schema.$ref) return strange(schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, schemas, depth)
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((choice) => strange(choice, schemas, depth)))
  if ('const' in schema) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const [type] = [schema.type].flat()
  if (type === 'array') return fc.array(strange(schema.items ?? {}, schemas, depth + 1), { maxLength: 5 })
  if (type === 'integer' || type === 'number') return fc.oneof(fc.integer(), fc.double(), fc.maxSafeInteger())
  if (type === 'boolean') return fc.boolean()
  if (type === 'string')
    return schema.pattern
      ? fc.oneof(fc.stringMatching(new RegExp(schema.pattern)), texts(schema.maxLength))
      : texts(schema.maxLength)
  const members = Object.entries(schema.properties ?? {}).map(
    ([name, member]) => [name, strange(member, schemas, depth + 1)] as const,
  )
  return fc.record({ ...Object.fromEntries(members), unlisted: fc.option(fc.jsonValue(), { nil: undefined }) })
}

function texts(longest = 300): fc.Arbitrary<string> {
  return fc.oneof(
    fc.string({ maxLength: longest }),
    fc.string({ unit: 'binary', maxLength: Math.min(longest, 300) }),
    fc.emailAddress().map((text) => text.slice(0, longest)),
    fc.base64String({ maxLength: Math.min(longest, 400) }),
  )
}

/** Every character of it; lone surrogates become what is sent for them. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed())
}
