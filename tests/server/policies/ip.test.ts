import { describe, expect, test } from 'vitest'
import { addressOf, isInRange, rangeOf } from '#server/policies/ip.ts'

function isIn(address: string, range: string): boolean | undefined {
  const [one, other] = [addressOf(address), rangeOf(range)]
  return one && other && isInRange(one, other)
}

test.each([
  ['10.0.0.7', '10.0.0.7'],
  ['2001:0DB8:0:0:0:0:0:1', '2001:db8::1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['0:0:0:0:0:FFFF:c000:201', '192.0.2.1'],
  ['fe80::1%eth0', 'fe80::1'],
  ['::', '::'],
])('the address %s is %s', (text, address) => {
  expect(addressOf(text)?.text).toBe(address)
})

test.each(['', '10.0.0', '10.0.0.256', '10.0.0.01', '10.0.0.0/8', ':::', '1:2:3:4:5:6:7:8:9', 'g::1', 'localhost'])(
  '%j is no address',
  (text) => {
    expect(addressOf(text)).toBeUndefined()
  },
)

test.each([
  '10.0.0.0/33',
  '10.0.0.0/08',
  '10.0.0.0/',
  '10.0.0.0/-1',
  '10.0.0.0/8/8',
  '::/129',
  'fe80::1%eth0/10',
  '::ffff:10.0.0.0/104',
  '::ffff:10.0.0.1',
  '/8',
  '',
])('%j is no range', (text) => {
  expect(rangeOf(text)).toBeUndefined()
})

describe('a range', () => {
  test.each([
    ['9.255.255.255', '10.0.0.0/8', false],
    ['10.0.0.0', '10.0.0.0/8', true],
    ['10.255.255.255', '10.9.9.9/8', true],
    ['11.0.0.0', '10.0.0.0/8', false],
    ['192.168.1.127', '192.168.1.0/25', true],
    ['192.168.1.128', '192.168.1.0/25', false],
    ['10.0.0.1', '10.0.0.1', true],
    ['10.0.0.2', '10.0.0.1', false],
    ['255.255.255.255', '0.0.0.0/0', true],
    ['::1', '0.0.0.0/0', false],
    ['10.0.0.1', '::/0', false],
    ['ffff::', '::/0', true],
    ['2001:db7:ffff::', '2001:db8::/32', false],
    ['2001:db8:ffff::', '2001:db8::/32', true],
    ['2001:db9::', '2001:db8::/32', false],
    ['2001:db9::', '2001:db8::/31', true],
    ['::1', '::1/128', true],
    ['::2', '::1/128', false],
  ])('%s in %s: %s', (address, range, answer) => {
    expect(isIn(address, range)).toBe(answer)
  })
})
