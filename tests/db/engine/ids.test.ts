import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { inOrder, risingId } from '#db/engine/ids.ts'

test('an id is 22 letters of base64url, and no two are the same', () => {
  const ids = Array.from({ length: 10_000 }, () => risingId(1_795_251_600_000, randomBytes(11)))
  expect(ids.filter((id) => !/^[\w-]{22}$/.test(id))).toEqual([])
  expect(new Set(ids).size).toBe(10_000)
})

test('ids sort by time as text, for any random part', () => {
  const times = [
    0,
    1,
    63,
    64,
    65,
    4_095,
    4_096,
    1_795_251_599_999,
    1_795_251_600_000,
    1_795_251_600_001,
    2 ** 47,
    2 ** 48 - 1,
  ]
  const ids = times.flatMap((at) => [risingId(at, Buffer.alloc(11, 0xff)), risingId(at, Buffer.alloc(11, 0))])
  const places = ids
    .map((id, index) => ({ id: Buffer.from(id), of: Math.floor(index / 2) }))
    .sort((a, b) => Buffer.compare(a.id, b.id))
  expect(places.map(({ of }) => of)).toEqual(times.flatMap((_, index) => [index, index]))
})

test('an id contains every bit of its random part', () => {
  const bits = Array.from({ length: 84 }, (_, bit) => {
    const random = Buffer.alloc(11)
    random.writeUInt8(1 << (7 - (bit % 8)), Math.floor(bit / 8))
    return risingId(0, random)
  })
  expect(new Set(bits).size).toBe(84)
})

test('an encoded number has the requested length', () => {
  expect([inOrder(0, 3), inOrder(63, 1), inOrder(64, 2)]).toEqual(['---', 'z', '0-'])
})
