import { expect, test } from 'vitest'
import { readAddress } from '#server/addresses/address.ts'
import { makeClient } from '#tests/helpers/client.ts'
import { lettersTo } from '#tests/helpers/mailbox.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { leavingAllAsItWas } from '#tests/server/passkeys/rows.ts'

const GOOD: [string, string, string][] = [
  ['ada@example.com', 'ada@example.com', 'ada@example.com'],
  ['  ada@example.com\t', 'ada@example.com', 'ada@example.com'],
  ['Ada.Lovelace@Example.COM', 'Ada.Lovelace@example.com', 'ada.lovelace@example.com'],
  ['ada+tag@example.com', 'ada+tag@example.com', 'ada+tag@example.com'],
  [
    "o'brien!#$%&*/=?^_`{|}~-@example.com",
    "o'brien!#$%&*/=?^_`{|}~-@example.com",
    "o'brien!#$%&*/=?^_`{|}~-@example.com",
  ],
  ['ada@mail.sub.example.co.uk', 'ada@mail.sub.example.co.uk', 'ada@mail.sub.example.co.uk'],
  ['ada@bücher.example', 'ada@xn--bcher-kva.example', 'ada@xn--bcher-kva.example'],
  ['ada@bu\u0308cher.example', 'ada@xn--bcher-kva.example', 'ada@xn--bcher-kva.example'],
  ['ada@example。com', 'ada@example.com', 'ada@example.com'],
  ['ada@xn--bcher-kva.example', 'ada@xn--bcher-kva.example', 'ada@xn--bcher-kva.example'],
  ['ada@\u212aelvin.example', 'ada@kelvin.example', 'ada@kelvin.example'],
  ['ada@example.xn--p1ai', 'ada@example.xn--p1ai', 'ada@example.xn--p1ai'],
  [`${'a'.repeat(64)}@example.com`, `${'a'.repeat(64)}@example.com`, `${'a'.repeat(64)}@example.com`],
]

const BAD = [
  'ada',
  '@example.com',
  'ada@',
  '@',
  'ada@@example.com',
  'ada@example.com@example.org',
  'ada＠example.com',
  'ada@evil.example＠example.com',
  'ada@example',
  'ada@.com',
  'ada@example.',
  'ada@example.com.',
  'ada@example..com',
  'ada@-example.com',
  'ada@example-.com',
  'ada@localhost',
  'ada@[127.0.0.1]',
  'ada@127.0.0.1',
  'ada@0x7f.1',
  'ada @example.com',
  'ada@exam ple.com',
  'a..da@example.com',
  '.ada@example.com',
  'ada.@example.com',
  '"ada"@example.com',
  'ada"@example.com',
  'ada\\@example.com',
  '<ada@example.com>',
  'Ada <ada@example.com>',
  'ada@example.com, bob@example.com',
  'ada;bob@example.com',
  'ada(x)@example.com',
  'mailto:ada@example.com',
  'ada@example.com\r\nBcc: bob@evil.example',
  'ada\r\n@example.com',
  'ada@exam\r\nple.com',
  'ada@exam\tple.com',
  'ada@example.com\u0000',
  'ada\u0000@example.com',
  'ada\u0085@example.com',
  'ada\u2028@example.com',
  'ada@example.com/path',
  'ada@example.com?x=1',
  'ada@example.com#x',
  'ada@example.com:25',
  'ada@exa%6dple.com',
  'ada@example.com\\x',
  'ada@user:pass',
  'ada@example.com%00',
  '\u212aelvin@example.com',
  'adm\u0131n@example.com',
  '\u0130stanbul@example.com',
  'a\u017fk@example.com',
  'аda@example.com',
  'ada\u200b@example.com',
  'a\u0301da@example.com',
  '\ud800@example.com',
  '🔑@example.com',
  `${'a'.repeat(65)}@example.com`,
  `ada@${'a'.repeat(64)}.com`,
  `ada@${'a.'.repeat(130)}com`,
  `${'a'.repeat(64)}@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.example`,
]

test.each(GOOD)('E6 reads %j as %s', (text, address, canonical) => {
  expect(readAddress(text)).toEqual({ address, canonical })
})

test.each(BAD)('E6 V1.3.11 reads no address from %j, without a fault', async (text) => {
  expect(readAddress(text)).toBeUndefined()
  const world = makeWorld()
  const answer = await leavingAllAsItWas(world, () => makeClient(world).post('/api/sign-up', { email: text }))
  expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_input' } })
  expect(world.logged.filter((line) => line.includes('"error"'))).toEqual([])
})

test.each([
  null,
  7,
  true,
  [],
  ['ada@example.com'],
  {},
  { $gt: '' },
  undefined,
  '',
  'a@',
  'a'.repeat(321),
  `${'a'.repeat(60_000)}@example.com`,
])('E6 refuses %j as an address', async (email) => {
  const world = makeWorld()
  expect(await leavingAllAsItWas(world, () => makeClient(world).post('/api/sign-up', { email }))).toMatchObject({
    status: 400,
    body: { code: 'invalid_input' },
  })
})

test('V1.3.12 reads the longest invalid input quickly', () => {
  const started = performance.now()
  for (const text of [
    `${'a.'.repeat(50_000)}@example.com`,
    `a@${'a.'.repeat(50_000)}`,
    `a@${'-'.repeat(50_000)}`,
    '@'.repeat(50_000),
    'a'.repeat(100_000),
  ])
    expect(readAddress(text)).toBeUndefined()
  expect(performance.now() - started).toBeLessThan(1_000)
})

test.each(GOOD)('E6 sends letters for %j to the address as it was read', async (text, address) => {
  const world = makeWorld()
  expect(await makeClient(world).post('/api/sign-up', { email: text })).toMatchObject({ status: 202 })
  expect((await lettersTo(world, address)).map(({ to }) => to)).toEqual([address])
})
