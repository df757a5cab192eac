import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sample } from '#tests/attacks/values.ts'
import { makeClient } from '#tests/helpers/client.ts'
import { DOCUMENT } from '#tests/helpers/document.ts'
import { forGenerated, pasted, texts } from '#tests/helpers/generated.ts'
import { newestLetter } from '#tests/helpers/mailbox.ts'
import { signUp } from '#tests/helpers/people.ts'
import type { Schema } from '#tests/helpers/schema-faults.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { rows } from '#tests/server/passkeys/rows.ts'

const { schemas } = DOCUMENT.components
/** No limit of an IP or an account ends a run. */
const PATIENT = { TESTING: '1', LIMIT_SCALE: '100000' }

/** Each member of a body that takes any text, by its route: a new route is in. */
const TEXTS = Object.entries(DOCUMENT.paths).flatMap(([template, operations]) =>
  Object.entries(operations).flatMap(([method, { requestBody }]) => {
    const body = requestBody?.content['application/json']?.schema
    return membersOf(body)
      .filter(([, schema]) => [schema.type].flat().includes('string') && !schema.enum && !('const' in schema))
      .map(([member]) => ({ method: method.toUpperCase(), template, member, body }))
  }),
)

function membersOf(schema: Schema | undefined): [string, Schema][] {
  return [...(schema?.anyOf?.flatMap(membersOf) ?? []), ...Object.entries(schema?.properties ?? {})]
}

test('faults U24 and U25: every route takes or refuses any text in each of its members', async () => {
  const world = makeWorld(PATIENT)
  const { client } = await signUp(world)
  expect(TEXTS.length).toBeGreaterThan(30)
  for (const { method, template, member, body } of TEXTS) {
    const path = `/api${template.replaceAll(/\{[^}]+\}/g, 'A'.repeat(22))}`
    const honest = sample(body, schemas) as object
    // The client compares every answer with the document.
    await forGenerated(texts(), 10, async (text) => {
      const { status, body: said } = await client.send(method, path, { ...honest, [member]: text })
      expect([path, member, status < 500 && (status < 400 || said.code !== undefined)]).toEqual([path, member, true])
    })
  }
  expect(world.logged.filter((line) => line.includes('"level":"error"'))).toEqual([])
})

describe('fault U24 a name is given back as people read it', () => {
  function faultsOf(name: string): string[] {
    return [
      ...(name === name.normalize('NFC') ? [] : ['it is not in NFC']),
      ...(name === name.trim() ? [] : ['it begins or ends with space']),
      ...(name.isWellFormed() ? [] : ['it has half a character']),
      ...(/[\p{Cc}\p{Zl}\p{Zp}]/u.test(name) ? ['it has a control character'] : []),
      ...(/[\u061c\u202a-\u202e\u2066-\u2069]/.test(name) ? ['it turns the direction of what follows'] : []),
      ...(/^[\p{White_Space}\p{Format}\p{Default_Ignorable_Code_Point}\u2800]+$/u.test(name) ? ['nobody sees it'] : []),
      ...(name.length <= 64 ? [] : ['it is too long']),
    ]
  }

  test('of an account', async () => {
    const { client } = await signUp(makeWorld(PATIENT))
    await forGenerated(texts(), 200, async (name) => {
      const { status, body } = await client.patch('/api/account', { name })
      if (status === 400) return
      const { user } = (await client.get('/api/session')).body as { user: { name: string } }
      expect({ status, named: (body.user as { name: string }).name, faults: faultsOf(user.name) }).toEqual({
        status: 200,
        named: user.name,
        faults: [],
      })
    })
  })

  test('of a passkey, which is never empty', async () => {
    const { client } = await signUp(makeWorld(PATIENT))
    const [passkey] = (await client.get('/api/passkeys')).body.passkeys as { id: string }[]
    await forGenerated(texts(), 200, async (name) => {
      const { status, body } = await client.patch(`/api/passkeys/${passkey?.id}`, { name })
      if (status === 400) return
      const given = (body.passkey as { name: string }).name
      expect({ status, empty: given === '', faults: faultsOf(given) }).toEqual({
        status: 200,
        empty: false,
        faults: [],
      })
    })
  })
})

describe('fault U25 a code is accepted as people paste it', () => {
  test('from a letter', async () => {
    const world = makeWorld(PATIENT)
    let people = 0
    await forGenerated(fc.infiniteStream(fc.nat()), 25, async (draw) => {
      const [client, email] = [makeClient(world), `reader${++people}@example.org`]
      const { ceremony } = (await client.post('/api/sign-up', { email })).body
      const { code = '' } = await newestLetter(world, email)
      const [typed = ''] = fc.sample(pasted(code, 8), { seed: draw.next().value, numRuns: 1 })
      expect([typed, (await client.post('/api/sign-up/code', { ceremony, code: typed })).status]).toEqual([typed, 200])
    })
  })
})

type Letter = { recipient: string; letter: string }
/** A request for an unknown account leaves a row to nobody, which is not a letter. */
const LETTERS = "select recipient, letter from outbox where recipient <> '' order by seq"

describe('E6 addresses in other letters', () => {
  const OWN = 'ada.kelvin@example.org'
  /** Letters that look like these, or become these in some normal form or case. */
  const LOOKALIKES: Record<string, string> = {
    a: 'A\uff41\u0430\u00aa\u1d43\u00e1',
    d: 'D\uff44\u217e',
    k: 'K\u212a\uff4b\u043a',
    e: 'E\uff45\u0435\u212f',
    l: 'L\uff4c\u217c1I',
    i: 'I\uff49\u0131\u0130\u0456',
    n: 'N\uff4e\u207f',
    o: 'O\uff4f\u043e\u00ba0',
    r: 'R\uff52',
    x: 'X\uff58\u2179',
    '@': '\uff20\ufe6b',
    '.': '\uff0e\u3002\uff61\u2024',
  }
  const variants = fc
    .tuple(
      fc.array(fc.tuple(fc.nat(OWN.length - 1), fc.nat(9)), { minLength: 1, maxLength: 2 }),
      fc.option(
        fc.tuple(
          fc.nat(OWN.length),
          fc.constantFrom('\u200b', '\u00ad', '\u200d', '\u0301', ' ', '\u2060', '+x', '\u0000'),
        ),
      ),
    )
    .map(([places, more]) => {
      const letters = Array.from(OWN)
      for (const [at, which] of places) {
        const alike = LOOKALIKES[letters[at] ?? ''] ?? ''
        letters[at] = alike.charAt(which % Math.max(1, alike.length)) || (letters[at] ?? '')
      }
      if (more) letters.splice(more[0], 0, more[1])
      return letters.join('')
    })

  test('reach the mailbox of the account or another mailbox, and never the account from another mailbox', async () => {
    const world = makeWorld(PATIENT)
    await signUp(world, { email: OWN })
    const stranger = makeClient(world)
    await forGenerated(variants, 250, async (email) => {
      for (const path of ['/api/sign-up', '/api/recovery']) {
        const before = await rows<Letter>(world, LETTERS)
        const { status } = await stranger.post(path, { email })
        const sent = (await rows<Letter>(world, LETTERS)).slice(before.length)
        const wrong = sent.filter(({ recipient, letter }) => {
          const isOwn = recipient.toLowerCase() === OWN
          // A letter about the account goes to its address as it is stored, and a newcomer's code to another mailbox.
          return (
            !/^[\x21-\x7e]+$/.test(recipient) || isOwn === (letter === 'sign-up-code') || (isOwn && recipient !== OWN)
          )
        })
        const refused = status === 400 && sent.length === 0
        expect([email, path, wrong, status === 202 || refused]).toEqual([email, path, [], true])
      }
    })
  })
})
