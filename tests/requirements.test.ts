import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ASVS, OTHERS } from '#tests/requirements/all.ts'
import { LEVELS, SECTIONS } from '#tests/requirements/asvs/ids.ts'
import { documentsOf, hasHeading } from '#tests/requirements/documents.ts'
import { faultsIn } from '#tests/requirements/faults.ts'
import type { Item } from '#tests/requirements/item.ts'
import { titlesIn, titlesOfTests } from '#tests/requirements/titles.ts'

const ROOT = join(import.meta.dirname, '..')
const asvs = ASVS.flatMap(({ items }) => items)
const items = [...OTHERS.flatMap((section) => section.items), ...asvs]
const titles = titlesOfTests()

test('every requirement has a test or a reason, and every number in a title is a requirement', () => {
  expect(faultsIn(items, titles, hasHeading)).toEqual([])
})

test.each(Object.entries(documentsOf(titles)))('%s is what `npm run docs` writes', (place, text) => {
  expect(readFileSync(join(ROOT, place), 'utf8') === text, `${place} is stale: run npm run docs`).toBe(true)
})

describe('the list of the eight ASVS chapters', () => {
  test('holds every requirement and no others', () => {
    const expected = Object.entries(SECTIONS).flatMap(([section, count]) =>
      Array.from({ length: count }, (_, index) => `V${section}.${index + 1}`),
    )
    expect(expected).toHaveLength(171)
    expect(asvs.map(({ id }) => id).toSorted()).toEqual(expected.toSorted())
  })

  test('holds the right number of each level', () => {
    for (const [level, count] of Object.entries(LEVELS))
      expect([level, asvs.filter((item) => item.level === Number(level)).length]).toEqual([level, count])
  })

  test('marks every applicable requirement of levels 1 and 2 as met', () => {
    expect(asvs.filter(({ level, notMet }) => notMet && level !== 3).map(({ id }) => id)).toEqual([])
  })
})

test('no test is skipped', () => {
  const skipped = titles
    .map(({ file }) => file)
    .filter((file) => /\b(test|it|describe)\.(skip|only|todo|fixme)\b/.test(readFileSync(join(ROOT, file), 'utf8')))
  expect(skipped).toEqual([])
})

describe('the check above finds', () => {
  const title = { file: 'a.test.ts', title: 'does it', ids: ['W1'] }
  const faultsOf = (...some: Item[]) => faultsIn(some, [title], (place) => place === 'there.md#here')
  const W1 = { id: 'W1', says: 'It is done.' }

  test('nothing in a valid list', () => {
    expect(
      faultsOf(
        W1,
        { id: 'W2', says: '', under: ['W1'] },
        { id: 'W3', says: '', notApplicable: 'No.' },
        { id: 'W4', says: '', written: 'there.md#here' },
      ),
    ).toEqual([])
  })

  test.each<[string, Item[]]>([
    ['an item without a test or a reason', [W1, { id: 'W2', says: '' }]],
    ['a reason beside a test', [{ ...W1, notMet: 'Later.' }]],
    ['a reason beside a test of another item', [W1, { id: 'W2', says: '', notApplicable: 'No.', under: ['W1'] }]],
    ['two reasons', [W1, { id: 'W2', says: '', notApplicable: 'No.', notMet: 'Later.' }]],
    ['an alternative without a test', [W1, { id: 'W2', says: '', written: 'there.md#here', otherwise: 'So.' }]],
    ['a missing heading', [W1, { id: 'W2', says: '', written: 'there.md#gone' }]],
    ['a reference to an unknown item', [W1, { id: 'W2', says: '', under: ['W3'] }]],
    ['an item listed twice', [W1, W1]],
    ['a number in a title that is not a requirement', [{ id: 'W2', says: '', notApplicable: 'No.' }]],
  ])('%s', (_, some) => {
    expect(faultsOf(...some)).toHaveLength(1)
  })

  test('numbers in titles, in rows of tables and in templates, but not in comments', () => {
    const source = [
      "test('W1 R26b does it', () => {})",
      "test.each([['V3.4.1 a row', 1]])('%s', () => {})",
      'test(`R+ does ${it}`)',
      "// test('W9 not this')",
      "expect('W1')",
    ].join('\n')
    expect(titlesIn('a', source).map(({ ids }) => ids)).toEqual([['W1', 'R26b'], ['V3.4.1'], ['R+']])
  })
})
