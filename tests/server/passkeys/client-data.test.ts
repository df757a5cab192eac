import { expect, test } from 'vitest'
import { readClientData } from '#server/passkeys/client-data.ts'

const read = (text: string | Buffer) => readClientData(Buffer.from(text).toString('base64url'))
const PLAIN = { crossOrigin: false, topOrigin: false }

test.each([
  '{}',
  '{"a":1,"b":2}',
  '{"a":{"x":1},"x":2}',
  '{"a":{"x":1,"y":{"x":2}},"x":3,"y":4}',
  '{"a":[{"x":1},{"x":2}],"x":3}',
  '{"a":[1,[2]],"b":[3]}',
  '{"a":"a","b":"a"}',
  '{"a":"{\\"a\\":1}","b":2}',
  '{"a":"\\\\","b":":"}',
  ' {"a" : {} , "b" : [] } ',
])('R6 reads an object without duplicate members: %s', (text) => {
  expect(read(text)).toEqual(PLAIN)
})

test.each([
  '{"a":1,"a":2}',
  '{"a":{},"a":2}',
  '{"a":{"x":1},"b":1,"b":2}',
  '{"a":{"x":{}},"b":{},"b":2}',
  '{"a":[],"b":1,"b":2}',
  '{"a":[[1],{"x":[]}],"b":1,"b":2}',
  '{"b":1,"a":[1,2],"b":2}',
  '{"a":1,"\\u0061":2}',
  '{"":1,"":2}',
  '{"a":":","a":"{"}',
])('R6 refuses a duplicate member: %s', (text) => {
  expect(read(text)).toBeUndefined()
})

test.each(['[]', '[{}]', 'null', '7', '"text"', 'true', '', '{', '{}{}', '{"a":1}x', "{'a':1}", 'undefined'])(
  'R6 refuses anything but an object: %s',
  (text) => {
    expect(read(text)).toBeUndefined()
  },
)

test('R5 reads only UTF-8, with or without a byte order mark', () => {
  expect(read('\ufeff{"a":"é"}')).toEqual(PLAIN)
  expect(read(Buffer.from('{"a":"é"}', 'latin1'))).toBeUndefined()
})

test.each([
  ['{"crossOrigin":false}', PLAIN],
  ['{"crossOrigin":true}', { ...PLAIN, crossOrigin: true }],
  ['{"crossOrigin":null}', { ...PLAIN, crossOrigin: true }],
  ['{"crossOrigin":"false"}', { ...PLAIN, crossOrigin: true }],
  ['{"topOrigin":null}', { ...PLAIN, topOrigin: true }],
])('R10 R11 treats every value about a frame except a plain false as a frame: %s', (text, said) => {
  expect(read(text)).toEqual(said)
})
