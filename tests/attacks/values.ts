import type { Schema } from '#tests/helpers/schema-faults.ts'

const DEEP = 30_000

/** Bodies in place of a JSON object, by what they are. */
export const BODIES: Record<string, string | Buffer | undefined> = {
  nothing: undefined,
  'an empty text': '',
  null: 'null',
  'an array': '[]',
  'an array of objects': '[{}]',
  'a number': '7',
  'a boolean': 'true',
  'a string': '"text"',
  'half an object': '{"email":',
  'two objects': '{}{}',
  'a trailing comma': '{"a":1,}',
  'arrays in arrays': '['.repeat(DEEP) + ']'.repeat(DEEP),
  'objects in objects': '{"a":'.repeat(9_000) + '1' + '}'.repeat(9_000),
  'nothing but opening brackets': '['.repeat(60_000),
  'a zero byte': '\u0000',
  'a byte order mark': '\ufeff{}',
  'UTF-16': Buffer.from('{"email":"a@example.com"}', 'utf16le'),
  'bytes that are not UTF-8': Buffer.from([0x7b, 0x22, 0xff, 0xc0, 0x22, 0x3a, 0x31, 0x7d]),
  'a prototype': '{"__proto__":{"admin":true,"email":"a@example.com"}}',
  'a constructor': '{"constructor":{"prototype":{"admin":true}},"toString":1,"hasOwnProperty":1}',
  'a number that is too large': '{"code":1e999,"ceremony":-1e999}',
  'ten thousand members': JSON.stringify(
    Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`m${index}`, 1])),
  ),
  'a body of 70 KB': `{"padding":"${'x'.repeat(70_000)}"}`,
}

/** Values of a type that no member accepts. */
export const WRONG: unknown[] = [
  null,
  7,
  -1,
  1.5,
  true,
  [],
  {},
  ['x'],
  { $ne: '' },
  { toString: 'x', length: 6 },
  '',
  ' ',
  '\u0000',
  '\ud800',
  '../../etc/passwd',
  "' or 1=1 --",
  '<script>',
  '١٢٣٤٥٦',
  'x'.repeat(40_000),
]

/** Texts in place of an id in a path. */
export const IDS: string[] = [
  'x',
  'A'.repeat(21),
  'A'.repeat(23),
  'A'.repeat(10_000),
  '__proto__',
  'constructor',
  '%00',
  '%2e%2e',
  '..%2f..%2fetc',
  '%',
  '%ff%fe',
  '%F0%9F%92%A9',
  "'%20or%201=1--",
  '*',
  'null',
  '[object%20Object]',
  '-1',
]

/** Unusual queries. */
export const QUERIES: string[] = [
  '?limit=1&limit=2',
  '?before=1&before=2',
  '?limit=-1',
  '?limit=0',
  '?limit=1e9',
  '?limit=NaN',
  '?limit=0x10',
  '?before=9007199254740993',
  '?limit[]=1',
  '?limit[$gt]=1',
  '?__proto__[admin]=1',
  '?constructor.prototype.admin=1',
  `?${'a=1&'.repeat(2_000)}`,
  '?%',
  '?limit=%00',
  '?_method=DELETE',
]

/** Content types other than JSON. */
export const TYPES: (string | string[])[] = [
  'text/plain',
  'text/plain;application/json',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/xml',
  'application/json5',
  'application/jsonp',
  'text/json',
  'application/problem+json',
  '',
  'x',
  ' ',
]

/** A body that fits its schema, with made-up ceremonies, codes and keys. */
export function sample(schema: Schema | undefined, schemas: Record<string, Schema>, name = ''): unknown {
  if (!schema) return undefined
  if (schema.$ref) return sample(schemas[schema.$ref.split('/').at(-1) ?? ''], schemas, name)
  const [choice] = schema.anyOf ?? []
  if (choice) return sample(choice, schemas, name)
  if ('const' in schema) return schema.const
  if (schema.enum) return schema.enum[0]
  const [type] = [schema.type].flat()
  if (type === 'object' || schema.properties)
    return Object.fromEntries(
      Object.entries(schema.properties ?? {}).map(([key, member]) => [key, sample(member, schemas, key)]),
    )
  if (type === 'array') return [sample(schema.items, schemas, name)]
  if (type === 'integer' || type === 'number') return 1
  if (type === 'boolean') return true
  return WORDS[name] ?? 'AAAA'
}

const WORDS: Record<string, string> = {
  code: '123456',
  email: 'nobody@example.net',
  password: 'eleven quiet herons mend the loom',
  name: 'Ada',
  ceremony: 'eyJhbGciOiJkaXIifQ..AAAA.AAAA.AAAA',
  token: `${'A'.repeat(22)}.${'A'.repeat(43)}`,
}
