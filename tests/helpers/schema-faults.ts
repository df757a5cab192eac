/** The part of JSON Schema that the API's document uses. Annotations are not checked. */
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
  allOf?: Schema[]
  pattern?: string
  minLength?: number
  maxLength?: number
  maxItems?: number
  minimum?: number
  maximum?: number
  examples?: unknown[]
  description?: string
  default?: unknown
}

type Named = Record<string, Schema>
type Rule = (value: unknown, schema: Schema, named: Named, at: string) => string[]

/** Each keyword's rule. A keyword without a rule is a fault, so that nothing stays unchecked. */
const RULES: Record<keyof Schema, Rule> = {
  $ref: (value, { $ref = '' }, named, at) =>
    faultsOf(value, named[$ref.split('/').at(-1) ?? ''] ?? { const: `a schema ${$ref}` }, named, at),
  type: (value, { type = [] }, _, at) =>
    [type].flat().some((one) => isOf(one, value)) ? [] : [`${at} is no ${[type].flat().join(' or ')}`],
  const: (value, schema, _, at) => (value === schema.const ? [] : [`${at} is not ${JSON.stringify(schema.const)}`]),
  enum: (value, schema, _, at) => (schema.enum?.includes(value) ? [] : [`${at} is none of ${schema.enum?.join(', ')}`]),
  properties: (value, { properties = {} }, named, at) =>
    membersOf(value).flatMap(([name, member]) =>
      Object.hasOwn(properties, name) ? faultsOf(member, properties[name] ?? {}, named, `${at}.${name}`) : [],
    ),
  required: (value, { required = [] }, _, at) =>
    isOf('object', value)
      ? required.filter((name) => !Object.hasOwn(value as object, name)).map((name) => `${at}.${name} is missing`)
      : [],
  additionalProperties: (value, { properties = {}, additionalProperties }, named, at) =>
    membersOf(value)
      .filter(([name]) => !Object.hasOwn(properties, name))
      .flatMap(([name, member]) =>
        typeof additionalProperties === 'object'
          ? faultsOf(member, additionalProperties, named, `${at}.${name}`)
          : additionalProperties
            ? []
            : [`${at}.${name} was never declared`],
      ),
  items: (value, { items = {} }, named, at) =>
    Array.isArray(value) ? value.flatMap((item, index) => faultsOf(item, items, named, `${at}[${index}]`)) : [],
  anyOf: (value, { anyOf = [] }, named, at) =>
    anyOf.some((choice) => faultsOf(value, choice, named, at).length === 0) ? [] : [`${at} fits none of its schemas`],
  allOf: (value, { allOf = [] }, named, at) => allOf.flatMap((part) => faultsOf(value, part, named, at)),
  pattern: (value, { pattern = '' }, _, at) =>
    typeof value !== 'string' || new RegExp(pattern, 'u').test(value) ? [] : [`${at} does not match ${pattern}`],
  minLength: (value, { minLength = 0 }, _, at) =>
    typeof value !== 'string' || value.length >= minLength ? [] : [`${at} is too short`],
  maxLength: (value, { maxLength = 0 }, _, at) =>
    typeof value !== 'string' || value.length <= maxLength ? [] : [`${at} is too long`],
  maxItems: (value, { maxItems = 0 }, _, at) =>
    !Array.isArray(value) || value.length <= maxItems ? [] : [`${at} has too many`],
  minimum: (value, { minimum = 0 }, _, at) =>
    typeof value !== 'number' || value >= minimum ? [] : [`${at} is too small`],
  maximum: (value, { maximum = 0 }, _, at) =>
    typeof value !== 'number' || value <= maximum ? [] : [`${at} is too large`],
  examples: () => [],
  description: () => [],
  default: () => [],
}

/** Where a value departs from its schema (JSON Schema 2020-12). */
export function faultsOf(value: unknown, schema: Schema, named: Named, at = '$'): string[] {
  return Object.keys(schema).flatMap((keyword) => {
    // The document may use a keyword that has no rule here.
    const rule = (RULES as Record<string, Rule | undefined>)[keyword]
    return rule ? rule(value, schema, named, at) : [`${at} is judged by ${keyword}, which nobody knows here`]
  })
}

function membersOf(value: unknown): [string, unknown][] {
  return isOf('object', value) ? Object.entries(value as object) : []
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
