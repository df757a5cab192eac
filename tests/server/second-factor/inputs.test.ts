import { describe, expect, test } from 'vitest'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { rows } from '#tests/server/passkeys/rows.ts'
import { codeAt, type WithApp, SECOND_STEPS, signUpWithApp, STEP, stranger } from '#tests/server/second-factor/steps.ts'

/** Invalid codes of any type: refused as invalid input, and not counted as a guess. */
const NO_CODES: [string, unknown][] = [
  ['nothing', undefined],
  ['null', null],
  ['a number', 123_456],
  ['a list', ['1', '2', '3', '4', '5', '6']],
  ['a list of one code', ['123456']],
  ['an object', { $ne: '' }],
  ['true', true],
  ['an empty text', ''],
  ['spaces', '      '],
  ['five digits', '12345'],
  ['seven digits', '1234567'],
  ['eight digits', '12345678'],
  ['full-width digits', '１２３４５６'],
  ['Arabic digits', '١٢٣٤٥٦'],
  ['a sign', '-12345'],
  ['an exponent', '1e5000'],
  ['hexadecimal', '0x1234'],
  ['NUL among digits', '123\u0000456'],
  ['a broken surrogate', '12345\ud800'],
  ['a backup code with a U', 'UUUU-UUUU-UUUU-UUUU-UUUU'],
  ['a backup code that is too short', '0000-0000-0000-0000'],
  ['a backup code that is too long', '0000-0000-0000-0000-0000-0000'],
  ['a very long text', '1'.repeat(10_000)],
]

type Door = (
  world: TestWorld,
  owner: WithApp,
) => Promise<(code: unknown) => Promise<{ status: number; body: { code?: string } }>>

/** Every place that accepts a code. */
const DOORS: Record<string, Door> = {
  ...Object.fromEntries(
    Object.entries(SECOND_STEPS).map(([name, { path, begin }]): [string, Door] => [
      name,
      async (world, owner) => {
        const client = stranger(world)
        const ceremony = await begin(world, client, owner)
        return (code) => client.post(path, { ceremony, code })
      },
    ]),
  ),
  async 'at the confirmation'(_world, { client }) {
    return (code) => client.post('/api/confirmation', { code })
  },
}

describe.each(Object.entries(DOORS))('T10 %s', (_, open) => {
  test('an invalid code is refused as invalid input and not counted as a guess', async () => {
    const world = makeWorld()
    const owner = await signUpWithApp(world)
    const type = await open(world, owner)
    for (const [name, code] of NO_CODES)
      expect([name, await type(code)]).toMatchObject([name, { status: 400, body: { code: 'invalid_input' } }])
    expect(await rows(world, 'select * from guesses')).toEqual([])
    expect(world.logged.filter((line) => line.includes('"error"'))).toEqual([])
  })
})

describe.each(Object.entries(SECOND_STEPS))('T10 %s', (_, { path, begin }) => {
  test.each([
    ['spaces', (code: string) => ` ${code.slice(0, 3)} ${code.slice(3)} `],
    ['a tab and a line break', (code: string) => `${code.slice(0, 3)}\t${code.slice(3)}\n`],
    ['a hyphen, fault U25', (code: string) => `${code.slice(0, 3)}-${code.slice(3)}`],
    ['a zero-width space, fault U25', (code: string) => `${code}\u200b`],
    ['a non-breaking space', (code: string) => `${code.slice(0, 3)}\u00a0${code.slice(3)}`],
  ])('a code with %s is accepted', async (_, typed) => {
    const world = makeWorld()
    const owner = await signUpWithApp(world)
    const client = stranger(world)
    const ceremony = await begin(world, client, owner)
    expect(await client.post(path, { ceremony, code: typed(codeAt(owner.secret, world.now())) })).toMatchObject({
      status: 200,
    })
  })

  test('a code needs its leading zeros', async () => {
    const world = makeWorld()
    const owner = await signUpWithApp(world)
    while (!codeAt(owner.secret, world.now()).startsWith('0')) world.turnClock(STEP)
    const client = stranger(world)
    const ceremony = await begin(world, client, owner)
    const code = codeAt(owner.secret, world.now())
    expect(await client.post(path, { ceremony, code: code.replace(/^0+/, '') })).toMatchObject({ status: 400 })
    expect(await client.post(path, { ceremony, code })).toMatchObject({ status: 200 })
  })

  test.each([null, 5, [], {}, '', 'x'.repeat(9_000)])('a ceremony that is %j is refused', async (ceremony) => {
    const client = stranger(makeWorld())
    const answer = await client.post(path, { ceremony, code: '123456' })
    expect([400, 410]).toContain(answer.status)
  })
})
