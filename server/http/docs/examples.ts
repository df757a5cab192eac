/** The parts of a schema that an example needs. */
type Schema = {
  $ref?: string
  enum?: unknown[]
  examples?: unknown[]
  anyOf?: Schema[]
  properties?: Record<string, Schema>
  items?: Schema
  type?: string | string[]
}
type Media = { schema?: Schema; examples?: Record<string, unknown> }
type Operation = {
  requestBody?: { content: Record<string, Media> }
  responses: Record<string, { content?: Record<string, Media> }>
}
type Described = { paths?: Record<string, object>; components?: { schemas?: object } }

/** Adds examples to every body without one: one for each shape, built from the examples of its members. */
export function addExamples(document: Described): void {
  // The library has just built the document from our schemas and routes.
  const named = (document.components?.schemas ?? {}) as Record<string, Schema>
  const operations = Object.values(document.paths ?? {}).flatMap((path) => Object.values(path) as Operation[])
  for (const { requestBody, responses } of operations) {
    const bodies = [requestBody, ...Object.values(responses)].flatMap((body) => Object.values(body?.content ?? {}))
    for (const media of bodies.filter(({ schema, examples }) => schema && !examples))
      media.examples = examplesOf(media.schema ?? {}, named)
  }
}

function examplesOf(schema: Schema, named: Record<string, Schema>): Record<string, { value: unknown }> {
  const shapes = schema.anyOf ?? [schema]
  return Object.fromEntries(
    shapes.map((shape) => {
      const value = exampleOf(shape, named)
      return [nameOf(value), { value }]
    }),
  )
}

/** Names an example after its members: `ceremony_code`. */
function nameOf(value: unknown): string {
  return typeof value === 'object' && value !== null ? Object.keys(value).slice(0, 3).join('_') || 'empty' : 'value'
}

/** Returns a value that fits the schema: its own example, or one built from its members'. */
function exampleOf(schema: Schema, named: Record<string, Schema>): unknown {
  if (schema.examples) return schema.examples[0]
  if (schema.$ref) return exampleOf(named[schema.$ref.split('/').at(-1) ?? ''] ?? {}, named)
  if (schema.enum) return schema.enum[0]
  if (schema.items) return [exampleOf(schema.items, named)]
  if (schema.properties) return exampleOfEach(schema.properties, named)
  if (schema.type === 'boolean') return true
  throw new Error(`A schema has no example: ${JSON.stringify(schema)}`)
}

/** Leaves out members with an empty list of examples. */
function exampleOfEach(properties: Record<string, Schema>, named: Record<string, Schema>): object {
  const shown = Object.entries(properties).filter(([, { examples }]) => examples?.length !== 0)
  return Object.fromEntries(shown.map(([name, member]) => [name, exampleOf(member, named)]))
}
