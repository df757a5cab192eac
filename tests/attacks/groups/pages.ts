import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Client } from '#tests/helpers/client.ts'
import { ROOT } from '#tests/helpers/process.ts'
import { send } from '../http.ts'
import { ask, type PublicServer, signUpPublicly, withPublicServer } from '../public.ts'
import type { Scale } from '../scale.ts'
import { directivesOf, faultsOfHeaders, faultsOfPage, faultsOfPolicy } from '../pages/faults.ts'
import { mixVisitors } from '../pages/mixed.ts'
import { expectThat, newTally, type Tally } from '../tally.ts'

/** Files that must not be served, and ways to ask for them. */
const KEPT_BACK = [
  '/.env',
  '/.git/config',
  '/.git/HEAD',
  '/package.json',
  '/package-lock.json',
  '/tsconfig.json',
  '/next.config.mjs',
  '/middleware.ts',
  '/server/main.ts',
  '/db/users.ts',
  '/migrations/sqlite/0001_people.sql',
  '/data/secret',
  '/data/latchkey.sqlite',
  '/latchkey.sqlite',
  '/secret',
  '/.next/BUILD_ID',
  '/.next/server/app/page.js',
  '/_next/server/app/page.js',
  '/_next/static/../server/app/page.js',
  '/_next/static/../../package.json',
  '/_next/static/%2e%2e/%2e%2e/package.json',
  '/_next/static/..%2f..%2fpackage.json',
  '/_next/image?url=http%3A%2F%2F127.0.0.1%2F&w=64&q=75',
  '/_next/image?url=%2Fdata%2Fsecret&w=64&q=75',
  '/_next/data/x/account.json',
  '/..%2f..%2f..%2fetc%2fpasswd',
  '//etc/passwd',
  '/api/../package.json',
  '/api/testing/mailbox?to=person@example.org',
]

/** Every page of a public server, signed out and signed in: what its policy allows, and whether the page complies. */
export async function readThePages({ full }: Scale): Promise<Tally> {
  const tally = newTally('pages')
  await withPublicServer(async (server) => {
    const somebody = await signUpPublicly(server, 'ada@example.org')
    const nonces = new Set<string>()
    let read = 0
    for (const path of [...pagesBuilt(), '/nowhere', '/nowhere/x.html']) {
      for (const [who, client] of [
        ['a stranger', undefined],
        ['somebody signed in', somebody],
      ] as const) {
        for (let time = 0; time < (full ? 2 : 1); time += 1) {
          const { answer, nonce, faults } = await readPage(server, path, client)
          if (nonce !== undefined && nonces.has(nonce)) faults.push('a nonce that was used before')
          if (nonce !== undefined) nonces.add(nonce)
          if (answer.status === 200) read += 1
          expectThat(tally, faults.length === 0, `${path} for ${who}: ${answer.status}, ${faults.join(', ')}`, 'passed')
        }
      }
    }
    // The two pages that say goodbye answer only a browser that has just left: a stranger is sent home.
    expectThat(tally, read > 16, `only ${read} pages answered as pages, so little is proven`)
    await mixVisitors(server, somebody, nonces, tally)
    await askForWhatIsKeptBack(server, tally)
    tally.notes.push(`${read} pages read, ${nonces.size} nonces, each its own`)
  })
  return tally
}

/** The pages of this build, with values for their parameters. */
export function pagesBuilt(): string[] {
  // Next's own list of what it built.
  const routes = JSON.parse(readFileSync(join(ROOT, '.next/app-path-routes-manifest.json'), 'utf8')) as Record<
    string,
    string
  >
  return Object.entries(routes)
    .filter(([source, path]) => source.endsWith('/page') && !path.startsWith('/_'))
    .map(([, path]) => path.replaceAll(/\[\w+\]/g, 'AAAA.BBBB'))
}

async function readPage(
  { front }: PublicServer,
  path: string,
  client: Client | undefined,
): Promise<{ answer: Response; nonce: string | undefined; faults: string[] }> {
  const cookie = client && [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const answer = await ask(front, front.origin + path, 'GET', cookie ? { cookie } : {})
  const html = await answer.text()
  const policy = directivesOf(answer.headers.get('content-security-policy') ?? '')
  const isPage = answer.headers.get('content-type')?.startsWith('text/html') === true
  const nonce = policy
    .get('script-src')
    ?.map((source) => /^'nonce-(.+)'$/.exec(source)?.[1])
    .find((found) => found !== undefined)
  const faults = [
    ...faultsOfHeaders(answer),
    ...faultsOfPolicy(policy, isPage, path),
    ...(isPage ? faultsOfPage(html, nonce) : []),
  ]
  return { answer, nonce: isPage ? nonce : undefined, faults }
}

/** Also requested over a bare socket, so that no client normalises the paths. */
async function askForWhatIsKeptBack({ front, port }: PublicServer, tally: Tally): Promise<void> {
  for (const path of KEPT_BACK) {
    const { status, text, headers } = await send(port, {
      method: 'GET',
      path,
      headers: { host: new URL(front.origin).host },
    })
    const told = status < 300 || /latchkey-session|"dependencies"|root:|SQLite format|import \{/.test(text)
    if (status >= 400) tally.refused += 1
    expectThat(
      tally,
      !told && status < 500,
      `${path} is answered with ${status} ${headers.get('content-type')}: ${text.slice(0, 60)}`,
      status >= 500 ? 'faults' : 'passed',
    )
  }
}
