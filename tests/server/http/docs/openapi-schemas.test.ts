import { expect, test } from 'vitest'
import { faultsOf, type Schema } from '#tests/helpers/schema-faults.ts'

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
