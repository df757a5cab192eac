import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { SIGN_UP_MODES, type SignUpMode } from '#server/config/sign-up.ts'
import type { Answer } from '#tests/helpers/client.ts'
import { lettersTo, newestLetter } from '#tests/helpers/mailbox.ts'
import { makeAuthenticator, signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { makeOwner } from '#tests/server/admin/steps.ts'
import { rows } from '#tests/server/passkeys/rows.ts'
import { readyToSignUp } from '#tests/server/passkeys/steps.ts'
import { inviteAs, newcomer, setMode, trySignUp } from '#tests/server/sign-up-modes/steps.ts'

const ROOT = join(import.meta.dirname, '../../..')
const DOMAINS = ['allowed.example']
const TAKEN = 'taken@allowed.example'
const INVITED = 'invited@other.example'

const IN = 'in'
const WAITS = 'waits'
const CLOSED = 'begin sign_up_closed'
const NEEDED = 'begin invitation_needed'
const AS_WRONG = 'code code_wrong'

/** What comes of every way to make an account, in every mode. */
const EXPECTED: Record<SignUpMode, Record<string, string>> = {
  open: { stranger: IN, domain: IN, subdomain: IN, address: IN, link: IN, taken: AS_WRONG },
  invitation: { stranger: NEEDED, domain: NEEDED, subdomain: NEEDED, address: IN, link: IN, taken: NEEDED },
  domain: { stranger: AS_WRONG, domain: IN, subdomain: AS_WRONG, address: IN, link: IN, taken: AS_WRONG },
  approval: { stranger: WAITS, domain: WAITS, subdomain: WAITS, address: IN, link: IN, taken: AS_WRONG },
  closed: { stranger: CLOSED, domain: CLOSED, subdomain: CLOSED, address: CLOSED, link: CLOSED, taken: CLOSED },
}

describe.each(SIGN_UP_MODES)('in the mode %s', (mode) => {
  test('every newcomer gets in, waits, or stays out', async () => {
    const world = makeWorld()
    const owner = await makeOwner(world)
    await signUp(world, { email: TAKEN })
    const ways: Record<string, { email: string; invitation?: string }> = {
      stranger: { email: 'eve@other.example' },
      domain: { email: 'dan@allowed.example' },
      subdomain: { email: 'sue@sub.allowed.example' },
      address: { email: INVITED, invitation: (await inviteAs(owner, { email: INVITED })).token },
      link: { email: 'liz@other.example', invitation: (await inviteAs(owner, { people: 5 })).token },
      taken: { email: TAKEN },
    }
    expect((await setMode(owner, mode, DOMAINS)).status).toBe(200)

    const outcomes: Record<string, string> = {}
    const sessions: Record<string, number> = {}
    for (const [way, who] of Object.entries(ways)) {
      const { step, answer, client } = await trySignUp(world, who)
      outcomes[way] =
        answer.status === 201 ? (answer.body.waiting === true ? WAITS : IN) : `${step} ${answer.body.code}`
      sessions[way] = (await client.get('/api/session')).status
    }
    expect(outcomes).toEqual(EXPECTED[mode])
    const isIn = Object.entries(EXPECTED[mode]).map(([way, outcome]) => [way, outcome === IN ? 200 : 401])
    expect(sessions).toEqual(Object.fromEntries(isIn))
    const made = Object.values(outcomes).filter((outcome) => outcome === IN || outcome === WAITS)
    expect(await rows(world, 'select id from users')).toHaveLength(2 + made.length)
  })

  test('E1 the first two answers are the same for every address', async () => {
    const world = makeWorld()
    const owner = await makeOwner(world)
    await signUp(world, { email: TAKEN })
    await inviteAs(owner, { email: INVITED })
    await setMode(owner, mode, DOMAINS)
    const shapes = []
    for (const email of [TAKEN, INVITED, 'newer@allowed.example', 'newer@nowhere.example']) {
      const client = newcomer(world)
      const first = await client.post('/api/sign-up', { email: email.padStart(21, 'x') })
      const second = await client.post('/api/sign-up/code', { ceremony: first.body.ceremony ?? 'none', code: '000000' })
      shapes.push([shapeOf(first), shapeOf(second)])
    }
    for (const shape of shapes) expect(shape).toEqual(shapes[0])
  })
})

function shapeOf({ status, headers, body }: Answer): unknown {
  const lengths = Object.entries(body).map(([key, value]) => [key, key === 'ceremony' ? String(value).length : value])
  return [status, [...headers.keys()], lengths]
}

test('an address of another domain gets a letter that says so, as many letters as any other, and no code', async () => {
  const world = makeWorld()
  const owner = await makeOwner(world)
  await setMode(owner, 'domain', DOMAINS)
  await trySignUp(world, { email: 'eve@other.example' })
  expect((await lettersTo(world, 'eve@other.example')).map(({ letter }) => letter)).toEqual(['address-not-allowed'])
  const { text, code } = await newestLetter(world, 'eve@other.example')
  expect([text.includes('allowed.example'), code]).toEqual([false, undefined])
})

describe('a mode that changes while somebody signs up', () => {
  test.each<[SignUpMode, string[], string]>([
    ['closed', [], 'sign_up_closed'],
    ['invitation', [], 'invitation_needed'],
    ['domain', DOMAINS, 'sign_up_closed'],
  ])('to %s stops them at the last step, and nothing is stored', async (mode, domains, code) => {
    const world = makeWorld()
    const owner = await makeOwner(world)
    const client = newcomer(world)
    const { ceremony, options } = await readyToSignUp(world, { email: 'eve@other.example', client })
    await setMode(owner, mode, domains)
    const credential = makeAuthenticator(world).create(options)
    const answer = await client.post('/api/sign-up/passkey', { ceremony, credential })
    expect(answer).toMatchObject({ status: 403, body: { code } })
    expect(await rows(world, 'select 1 from users')).toHaveLength(1)
  })

  test('to approval lets them wait', async () => {
    const world = makeWorld()
    const owner = await makeOwner(world)
    const client = newcomer(world)
    const { ceremony, options } = await readyToSignUp(world, { email: 'eve@other.example', client })
    await setMode(owner, 'approval')
    const credential = makeAuthenticator(world).create(options)
    const answer = await client.post('/api/sign-up/passkey', { ceremony, credential })
    expect(answer).toMatchObject({ status: 201, body: { waiting: true } })
    expect((await client.get('/api/session')).status).toBe(401)
  })
})

test('only sign-up makes a person, so no other way in can forget the mode', () => {
  const files = readdirSync(join(ROOT, 'server'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  )
  const makers = files.filter((name) => readFileSync(join(ROOT, 'server', name), 'utf8').includes('users.insert('))
  expect(makers).toEqual([join('sign-up', 'sign-up.ts')])
})
