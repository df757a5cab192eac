import { describe, expect, test } from 'vitest'
import { SESSION } from '#tests/helpers/cookie-names.ts'
import type { AuthenticationTwist } from '#tests/helpers/authenticator.ts'
import type { Algorithm } from '#tests/helpers/authenticator/algorithms.ts'
import {
  asArray,
  invalidUtf8,
  withByteOrderMark,
  withDuplicate,
} from '#tests/helpers/authenticator/hostile/client-data.ts'
import { makeAuthenticator, signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { leavingAllAsItWas, rows } from '#tests/server/passkeys/rows.ts'
import { DOORS } from '#tests/server/passkeys/steps.ts'

const TRAILING = Buffer.from([0])

const clientDataRows: [string, AuthenticationTwist][] = [
  ['A9 text that is not UTF-8', { clientDataRaw: invalidUtf8 }],
  ['A9 text that is not JSON', { clientDataRaw: (honest) => honest.subarray(0, -1) }],
  ['A9 an array', { clientDataRaw: asArray }],
  ['A9 null', { clientData: () => null }],
  ['A9 the origin twice', { clientDataRaw: withDuplicate('origin', 'https://evil.example') }],
  ['A10 the type of a registration', { clientData: (honest) => ({ ...honest, type: 'webauthn.create' }) }],
  ['A10 no type', { clientData: (honest) => ({ ...honest, type: undefined }) }],
  ['A11 another challenge', { clientData: (honest) => ({ ...honest, challenge: 'A'.repeat(43) }) }],
  ['A11 an empty challenge', { clientData: (honest) => ({ ...honest, challenge: '' }) }],
  ['A11 no challenge', { clientData: (honest) => ({ ...honest, challenge: undefined }) }],
  ['A12 another origin', { clientData: (honest) => ({ ...honest, origin: 'https://evil.example' }) }],
  ['A12 the https twin of our origin', { clientData: (honest) => ({ ...honest, origin: 'https://localhost:3000' }) }],
  ['A12 another port', { clientData: (honest) => ({ ...honest, origin: 'http://localhost:3001' }) }],
  ['A12 a trailing slash', { clientData: (honest) => ({ ...honest, origin: 'http://localhost:3000/' }) }],
  ['A12 a subdomain', { clientData: (honest) => ({ ...honest, origin: 'http://evil.localhost:3000' }) }],
  ['A12 upper case', { clientData: (honest) => ({ ...honest, origin: 'http://LOCALHOST:3000' }) }],
  ['A12 the origin null', { clientData: (honest) => ({ ...honest, origin: 'null' }) }],
  [
    'A12 an Android app',
    {
      clientData: (honest) => ({
        ...honest,
        origin: 'android:apk-key-hash:pNiP5iKyQ8JwgGOaKA1zGPUPJIS-0H1xKCQcfIoGLck',
      }),
    },
  ],
  ['A13 a frame of another site', { clientData: (honest) => ({ ...honest, crossOrigin: true }) }],
  [
    'A14 a foreign top origin in a frame',
    { clientData: (honest) => ({ ...honest, crossOrigin: true, topOrigin: 'https://evil.example' }) },
  ],
  [
    'A14 a foreign top origin and no frame',
    { clientData: (honest) => ({ ...honest, topOrigin: 'https://evil.example' }) },
  ],
  ['A14 our own origin as the top one', { clientData: (honest) => ({ ...honest, topOrigin: honest.origin }) }],
]

const authenticatorDataRows: [string, AuthenticationTwist][] = [
  ['A15 another relying party', { rpId: 'evil.example' }],
  ['A15 a domain below ours', { rpId: 'id.localhost' }],
  ['A16 no user presence', { flags: { up: false } }],
  ['A17 no user verification', { flags: { uv: false } }],
  ['A18 backed up but not backup eligible', { flags: { be: false, bs: true } }],
  ['A19 no longer backup eligible', { flags: { be: false, bs: false } }],
  ['A20 authenticator data that is cut short', { authenticatorData: (honest) => honest.subarray(0, 36) }],
  ['A20 authenticator data with only its hash', { authenticatorData: (honest) => honest.subarray(0, 32) }],
  [
    'A20 authenticator data followed by surplus bytes',
    { authenticatorData: (honest) => Buffer.concat([honest, TRAILING]) },
  ],
  ['A20 an announced attested credential that is missing', { flags: { at: true } }],
  ['A20 announced extensions that are missing', { flags: { ed: true } }],
]

describe.each(Object.entries(DOORS))('an assertion, %s:', (_, { open, done, refused, code }) => {
  test.each<[string, Algorithm]>([
    ['ES256', -7],
    ['RS256', -257],
    ['EdDSA', -8],
  ])('one by %s is accepted', async (_, algorithm) => {
    const world = makeWorld()
    const owner = await signUp(world, { authenticator: makeAuthenticator(world, { algorithm }) })
    world.turnClock(1)
    const { options, finish } = await open(world, owner)
    expect(await finish(owner.authenticator.get(options))).toMatchObject({ status: done })
    expect(await rows(world, 'select last_used_at from passkeys')).toEqual([{ last_used_at: world.now() }])
  })

  test.each<[string, AuthenticationTwist]>([
    ['A9 a byte order mark before the client data', { clientDataRaw: withByteOrderMark }],
    [
      'A9 unknown members of the client data',
      {
        clientData: (honest) => ({
          ...honest,
          tokenBinding: { status: 'supported' },
          other_keys_can_be_added_here: 'x',
        }),
      },
    ],
    ['A20 unrequested extensions', { extensions: new Map([['blob', Buffer.alloc(4_000)]]) }],
    [
      'A5 unknown members',
      {
        response: (honest) => ({
          ...honest,
          isAdmin: true,
          clientExtensionResults: { appid: true },
          authenticatorAttachment: 'elsewhere',
        }),
      },
    ],
  ])('%s do not cause a refusal', async (_, twist) => {
    const world = makeWorld()
    const owner = await signUp(world)
    const { options, finish } = await open(world, owner)
    expect(await finish(owner.authenticator.get(options, twist))).toMatchObject({ status: done })
  })

  test.each([...clientDataRows, ...authenticatorDataRows])('%s is refused', async (_, twist) => {
    const world = makeWorld()
    const owner = await signUp(world)
    const { options, finish } = await open(world, owner)
    const credential = owner.authenticator.get(options, twist)
    const answer = await leavingAllAsItWas(world, () => finish(credential), { but: ['events'] })
    expect(answer).toMatchObject({ status: refused, body: { code } })
    expect(answer.headers.getSetCookie().join()).not.toContain(SESSION)
  })

  test('A19 a device-bound passkey that becomes backup eligible is refused, and the event has the cause', async () => {
    const world = makeWorld()
    const owner = await signUp(world, { authenticator: makeAuthenticator(world, { backupEligible: false }) })
    const { options, finish } = await open(world, owner)
    const credential = owner.authenticator.get(options, { flags: { be: true, bs: true } })
    expect(await leavingAllAsItWas(world, () => finish(credential), { but: ['events'] })).toMatchObject({
      status: refused,
      body: { code },
    })
    const [event] = await rows<{ kind: string; details: string }>(
      world,
      'select kind, details from events order by seq desc limit 1',
    )
    expect(event?.kind).toMatch(/failed$/)
    expect(JSON.parse(event?.details ?? '')).toMatchObject({ cause: 'backup eligibility' })
  })

  test.each<[string, unknown]>([
    ['null', null],
    ['nothing', undefined],
    ['an array', []],
    ['a text', 'credential'],
    ['an empty object', {}],
    ['one without a response', { id: 'AA', rawId: 'AA', type: 'public-key' }],
    ['one with an empty response', { id: 'AA', rawId: 'AA', type: 'public-key', response: {} }],
  ])('A5 %s in its place is refused', async (_, credential) => {
    const world = makeWorld()
    const { finish } = await open(world, await signUp(world))
    expect(await leavingAllAsItWas(world, () => finish(credential))).toMatchObject({
      status: 400,
      body: { code: 'invalid_input' },
    })
  })

  test.each(['clientDataJSON', 'authenticatorData', 'signature', 'userHandle'])(
    'A5 an invalid %s is refused',
    async (name) => {
      const world = makeWorld()
      const owner = await signUp(world)
      const { options, finish } = await open(world, owner)
      const honest = owner.authenticator.get(options)
      for (const strange of [null, 7, '', 'not base64url!', [], {}, true]) {
        const answer = await leavingAllAsItWas(world, () =>
          finish({ ...honest, response: { ...honest.response, [name]: strange } }),
        )
        expect(answer, JSON.stringify(strange)).toMatchObject({ status: 400, body: { code: 'invalid_input' } })
      }
    },
  )
})
