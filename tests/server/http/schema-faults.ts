/** As much of JSON Schema as the API's document uses. */
export type Schema = {
  $ref?: string
  type?: string | string[]
  const?: unknown
  enum?: unknown[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  additionalProperties?: Schema | boolean
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
}

/** Where a value departs from its schema: members that are missing, of another kind, or that nobody declared. */
export function faultsOf(value: unknown, schema: Schema, named: Record<string, Schema>, at = '$'): string[] {
  if (schema.$ref) return faultsOf(value, named[schema.$ref.split('/').at(-1) ?? ''] ?? { const: `a schema ${schema.$ref}` }, named, at)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return choices.some((choice) => faultsOf(value, choice, named, at).length === 0) ? [] : [`${at} fits none of its schemas`]
  if (schema.allOf) return faultsOf(value, merged(schema.allOf, named), named, at)
  if ('const' in schema && value !== schema.const) return [`${at} is not ${JSON.stringify(schema.const)}`]
  if (schema.enum && !schema.enum.includes(value)) return [`${at} is none of its words`]

  const types = schema.type === undefined ? [] : [schema.type].flat()
  if (types.length > 0 && !types.some((type) => isOf(type, value))) return [`${at} is no ${types.join(' or ')}`]
  if (Array.isArray(value)) return value.flatMap((item, index) => (schema.items ? faultsOf(item, schema.items, named, `${at}[${index}]`) : []))
  return typeof value === 'object' && value !== null ? faultsInObject(value, schema, named, at) : []
}

function faultsInObject(value: object, { properties, required = [], additionalProperties }: Schema, named: Record<string, Schema>, at: string): string[] {
  const missing = required.filter((name) => !(name in value)).map((name) => `${at}.${name} is missing`)
  const wrong = Object.entries(value).flatMap(([name, member]) => {
    const schema = properties?.[name]
    if (schema) return faultsOf(member, schema, named, `${at}.${name}`)
    if (typeof additionalProperties === 'object') return faultsOf(member, additionalProperties, named, `${at}.${name}`)
    return properties && additionalProperties !== true ? [`${at}.${name} was never declared`] : []
  })
  return [...missing, ...wrong]
}

function merged(parts: Schema[], named: Record<string, Schema>): Schema {
  const whole = parts.map((part) => (part.$ref ? (named[part.$ref.split('/').at(-1) ?? ''] ?? {}) : part))
  const properties = whole.some((part) => part.properties) ? Object.assign({}, ...whole.map((part) => part.properties)) : undefined
  return { type: 'object', properties, required: whole.flatMap(({ required = [] }) => required) }
}

function isOf(type: string, value: unknown): boolean {
  switch (type) {
    case 'array':
      return Array.isArray(value)
    case 'null':
      return value === null
    case 'integer':
      return Number.isInteger(value)
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value)
    default:
      return typeof value === type
  }
}
