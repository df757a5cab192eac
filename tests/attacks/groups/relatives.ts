import fc from 'fast-check'
import { signUpAt } from '#tests/process/people.ts'
import { pathOf } from '../arena.ts'
import { readApi } from '../document.ts'
import { type Asked, faultsOfReply } from '../relatives/answers.ts'
import { oddCookies, oddHeaders } from '../relatives/headers.ts'
import { namings, queries, spellings } from '../relatives/spellings.ts'
import { exchange } from '../relatives/wire.ts'
import type { Scale } from '../scale.ts'
import { type Target, withServer } from '../server.ts'
import { cookieAt } from '#tests/helpers/cookie-names.ts'
import { blame, newTally, type Tally } from '../tally.ts'
import { pagesBuilt } from './pages.ts'

/** One page or route, as an honest request asks for it. */
type Place = { method: string; path: string; only?: 'cookies' }
/** Somebody with a live session. */
type Owner = { name: string; seal: string; address: string }

/** Besides pages and routes. */
const OTHERS = [
  '/nowhere',
  '/icon.svg',
  '/api',
  '/api/nowhere',
  '/api/openapi.json',
  '/_next/static/x.js',
  '/_next/x',
  '/_error',
  '/_global-error',
  '/_not-found',
  '/404',
  '/500',
]
const RUNS = { full: 100, sample: 8 }
/** The place that costs least of those that show whose session it is. It is asked for most often, with cookies alone. */
const WHOSE: Place = { method: 'GET', path: '/api/session', only: 'cookies' }
const MORE_OF_IT = 20

/**
 * Every page and every route, asked for in generated spellings of its path and of our host, and with generated headers
 * and cookies. A failing request is made small.
 */
export async function varyRequests({ full, seed }: Scale): Promise<Tally> {
  const tally = newTally('relatives')
  await withServer(async (target) => {
    // What Next says while it starts is its own.
    const before = target.running.said().length
    const { client, email } = await signUpAt(target, 'owner@example.org')
    const name = cookieAt('session', target.origin)
    const owner = { name, seal: client.cookies.get(name) ?? '', address: email }
    const places = await placesOf(target)
    for (const [at, place] of places.entries()) {
      const found = await fc.check(
        fc.asyncProperty(requests(place, target, owner), async (asked) => {
          const reply = await exchange(target.port, asked.line)
          tally.cases += 1
          tally[reply.status < 400 ? 'accepted' : 'refused'] += 1
          const faults = faultsOfReply(asked, reply)
          // Next reads its own headers only under the address that it answers them with.
          const led = reply.headers.get('location')
          if (led?.startsWith('/') && led.includes('_rsc=')) {
            const again = {
              ...asked,
              line: { ...asked.line, target: led, hosts: [new URL(target.origin).host] },
              ours: true,
            }
            faults.push(...faultsOfReply(again, await exchange(target.port, again.line)))
          }
          if (faults.length > 0) throw new Error(faults.join('; '))
        }),
        { seed: seed + at, numRuns: (full ? RUNS.full : RUNS.sample) * (place === WHOSE ? MORE_OF_IT : 1) },
      )
      if (!found.failed) continue
      const line = JSON.stringify(found.counterexample?.[0].line)?.slice(0, 600)
      blame(tally, 'passed', `${line}: ${String(found.errorInstance)} (seed ${seed})`)
    }
    const odd = target.running.said().slice(before).split('\n').filter(isFaultyLine)
    if (odd.length > 0) blame(tally, 'faults', `the log has ${odd.length} lines like ${odd[0]?.slice(0, 400)}`)
    tally.notes.push(`${places.length} pages and routes`)
  })
  return tally
}

async function placesOf({ port }: Target): Promise<Place[]> {
  const { endpoints } = await readApi(port)
  return [
    ...[...pagesBuilt(), ...OTHERS].map((path) => ({ method: 'GET', path })),
    WHOSE,
    ...endpoints.map((endpoint) => ({ method: endpoint.method, path: pathOf(endpoint) })),
  ]
}

/** Requests for a place with one or several oddities; what is left out of them is honest. */
function requests(
  { method, path, only }: Place,
  { port, origin }: Target,
  { name, seal, address }: Owner,
): fc.Arbitrary<Asked> {
  const rarely = <T>(arbitrary: fc.Arbitrary<T>) =>
    fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary })
  const reads = method === 'GET'
  // A session's own cookie, where nothing can end the session.
  const odd = oddCookies(name, seal)
  const cookies = reads ? fc.oneof(fc.constant(`${name}=${seal}`), odd) : odd
  const honest = fc.constant(undefined)
  const unlessOnly = <T>(arbitrary: fc.Arbitrary<T>) => (only ? honest : rarely(arbitrary))
  return fc
    .record({
      asHead: reads && !only ? fc.boolean() : fc.constant(false),
      path: unlessOnly(spellings(path)),
      query: unlessOnly(queries()),
      naming: unlessOnly(namings(port)),
      headers: unlessOnly(oddHeaders()),
      cookie: only ? odd : rarely(cookies),
    })
    .map(({ asHead, path: spelt = path, query = '', naming, headers = [], cookie }) => ({
      line: {
        method: asHead ? 'HEAD' : method,
        target: (naming?.absolute ?? '') + spelt.split('#', 1)[0] + query,
        hosts: naming?.hosts ?? [new URL(origin).host],
        headers: [
          ...headers,
          ...(cookie === undefined ? [] : [['cookie', cookie] as [string, string]]),
          ...(reads
            ? []
            : ([
                ['origin', origin],
                ['content-type', 'application/json'],
              ] as [string, string][])),
        ],
        ...(reads ? {} : { body: '{}' }),
      },
      origin,
      ours: naming?.ours ?? true,
      // A value in quotes is the value (RFC 6265 §4.1.1).
      signedIn: [seal, `"${seal}"`].some((value) => `; ${cookie};`.includes(`; ${name}=${value};`)),
      address,
    }))
}

/** Whether a line of the log is about a fault, or is none of ours: a visitor may have written it. */
function isFaultyLine(line: string): boolean {
  return line !== '' && (!/^\{.*\}$/.test(line) || line.includes('"level":"error"'))
}
