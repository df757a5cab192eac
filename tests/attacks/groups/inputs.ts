import { cookieAt } from '#tests/helpers/cookie-names.ts'
import { type Arena, pathOf, settle, strike, withArena } from '../arena.ts'
import type { Endpoint } from '../document.ts'
import { type Scale, chance, some } from '../scale.ts'
import { newTally, type Tally } from '../tally.ts'
import { BODIES, IDS, QUERIES, sample, TYPES, WRONG } from '../values.ts'

const JSON_TYPE = { 'content-type': 'application/json' }
const FIVE_MEGABYTES = Buffer.alloc(5 * 1_024 * 1_024, 'x')
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'TRACE', 'PROPFIND']

type Attack = {
  label: string
  method?: string
  path?: string
  headers?: Record<string, string | string[]>
  body?: string | Buffer
  chunked?: boolean
  mustRefuse?: boolean
}

/** A signed-in person sends every endpoint unexpected bodies, types, ids, queries and methods. */
export async function attackInputs(scale: Scale): Promise<Tally> {
  return withArena(newTally('inputs'), async (arena) => {
    const draw = chance(scale.seed)
    const foreign = await foreignIds(arena)
    let { client } = await arena.person()
    for (const endpoint of arena.api.endpoints) {
      // The limits that one endpoint has counted do not protect the next.
      if (scale.full) client = (await arena.person()).client
      await settle(arena)
      for (const attack of some(scale, attacksOn(arena, endpoint, foreign), 6, draw)) {
        await strike(arena, { endpoint, client, method: endpoint.method, path: pathOf(endpoint), ...attack })
        // Some requests are valid and sign out or delete, so the next one needs a new person.
        if (client.cookies.has(cookieAt('session', arena.target.origin))) continue
        client = (await arena.person()).client
        await settle(arena)
      }
    }
    arena.tally.notes.push(`${arena.api.endpoints.length} endpoints`)
  })
}

/** Ids that exist and belong to another person, by the noun in the path. */
async function foreignIds({ person }: Arena): Promise<Record<string, string>> {
  const { client } = await person()
  const ids = async (noun: string) => ((await client.get(`/api/${noun}`)).body[noun] as { id: string }[])[0]?.id ?? ''
  return { passkeys: await ids('passkeys'), emails: await ids('emails'), sessions: await ids('sessions') }
}

function attacksOn({ api }: Arena, endpoint: Endpoint, foreign: Record<string, string>): Attack[] {
  const { method, template } = endpoint
  const honest = sample(endpoint.body, api.schemas)
  const attacks: Attack[] = METHODS.filter((other) => !methodsOf(api.endpoints, template).includes(other))
    .filter((other) => !(other === 'HEAD' && methodsOf(api.endpoints, template).includes('GET')))
    .map((other) => ({ label: `the method ${other}`, method: other, mustRefuse: true }))
  attacks.push(
    ...QUERIES.map((query) => ({
      label: `the query ${query.slice(0, 30)}`,
      path: pathOf(endpoint) + query,
      headers: JSON_TYPE,
      ...(method !== 'GET' && honest !== undefined && { body: JSON.stringify(honest) }),
    })),
  )
  if (template.includes('{')) {
    const theirs = foreign[template.split('/')[1] ?? ''] ?? ''
    const ids = [...IDS.map((id) => ({ id, mustRefuse: true })), { id: theirs, mustRefuse: true }]
    attacks.push(
      ...ids.map(({ id, mustRefuse }) => ({
        label: `the id ${id.slice(0, 30)}`,
        path: pathOf(endpoint, id),
        mustRefuse,
        ...(honest !== undefined && { headers: JSON_TYPE, body: JSON.stringify(honest) }),
      })),
    )
  }
  if (method === 'GET') return attacks

  attacks.push(...Object.entries(BODIES).map(([label, body]) => ({ label, headers: JSON_TYPE, body })))
  attacks.push(
    ...Object.entries(BODIES)
      .filter(([, body]) => body !== undefined)
      .map(([label, body]) => ({ label: `${label}, in pieces`, headers: JSON_TYPE, body, chunked: true })),
  )
  attacks.push(
    { label: '5 MB', headers: JSON_TYPE, body: FIVE_MEGABYTES, mustRefuse: true },
    { label: '5 MB in pieces', headers: JSON_TYPE, body: FIVE_MEGABYTES, chunked: true, mustRefuse: true },
  )
  attacks.push(
    ...TYPES.map((type) => ({
      label: `the type ${String(type)}`,
      headers: { 'content-type': type },
      body: JSON.stringify(honest ?? {}),
      mustRefuse: true,
    })),
  )
  if (typeof honest === 'object' && honest !== null) attacks.push(...memberAttacks(honest))
  return attacks
}

/** One member at a time: of the wrong type, twice, missing, and beside an unknown one. */
function memberAttacks(honest: object): Attack[] {
  const text = JSON.stringify(honest)
  return Object.entries(honest).flatMap(([name, value]) => [
    ...WRONG.map((wrong) => ({
      label: `${name} as ${JSON.stringify(wrong).slice(0, 24)}`,
      headers: JSON_TYPE,
      body: JSON.stringify({ ...honest, [name]: wrong }),
    })),
    { label: `${name} missing`, headers: JSON_TYPE, body: JSON.stringify({ ...honest, [name]: undefined }) },
    {
      label: `${name} twice`,
      headers: JSON_TYPE,
      body: `{${JSON.stringify(name)}:${JSON.stringify(value)},${text.slice(1)}`,
    },
    { label: `${name} beside a prototype`, headers: JSON_TYPE, body: `{"__proto__":{"${name}":"x"},${text.slice(1)}` },
  ])
}

function methodsOf(endpoints: Endpoint[], template: string): string[] {
  return endpoints.filter((other) => other.template === template).map(({ method }) => method)
}
