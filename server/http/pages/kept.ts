import type { IncomingMessage, ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { parseAccept } from 'hono/utils/accept'
import { LANGUAGE_HEADER, languageOfPage } from '#server/callers/language.ts'
import { PATH_HEADER } from '#server/callers/return-path.ts'
import { type Theme, THEME_HEADER, themeOfPage } from '#server/callers/theme.ts'
import { cookieName } from '#server/callers/cookie-name.ts'
import type { Answer } from '#server/http/pages/answer.ts'
import { newNonce, pagePolicy } from '#server/http/pages/policy.ts'
import { renderer } from '#server/http/pages/render.ts'
import { LANGUAGES } from '#server/words/language.ts'
import { readSignUpMode } from '#server/sign-up/rule.ts'
import type { World } from '#server/world.ts'

/** The pages that are the same for everybody without a session. */
const PATHS = new Set(['/', '/sign-in', '/sign-in/password', '/sign-up', '/recover'])
/** Their queries: none, or the one for another language. */
const QUERIES = new Set(['', ...LANGUAGES.map((language) => `?lang=${language}`)])
/** Compresses as well as Next to a tenth, in half the time. */
const GZIP_LEVEL = 3
const COPIED_HEADERS = ['cache-control', 'content-type', 'vary'] as const

/** A rendered page in UTF-8, in pieces: each answer has its own nonce and time (epoch milliseconds) between them. */
type Kept = { headers: Record<string, string>; pieces: (Buffer | 'nonce' | 'time')[] }

/**
 * Returns what answers with the pages that are the same for everybody from memory, once for each language and
 * theme, and passes on everything else. They are rendered for nobody: no visitor's header reaches the rendering. Every answer has its own
 * nonce, and the time. The page of sign-up is kept once for each mode of it, and asks for the mode each time, because another
 * instance may change it.
 */
export function keepPages(world: World, page: Answer, render: Answer): Answer {
  const rendered = renderer(render)
  const kept = new Map<string, Promise<Kept | undefined>>()

  async function prepare(url: string, language: string, theme: Theme): Promise<Kept | undefined> {
    const nonce = newNonce(world)
    const from = world.now()
    const { status, headers, body } = await rendered(url, {
      host: new URL(world.config.origin).host,
      'content-security-policy': pagePolicy(world, url, nonce),
      [LANGUAGE_HEADER]: language,
      [THEME_HEADER]: theme,
      [PATH_HEADER]: url,
    })
    const times = new Set(
      body.match(/\b\d{13}\b/g)?.filter((time) => from <= Number(time) && Number(time) <= world.now()),
    )
    const [time] = times
    if (status !== 200 || headers['set-cookie'] || time === undefined || times.size > 1) return undefined
    const copied = COPIED_HEADERS.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]]))
    const pieces = body
      .split(new RegExp(`(${nonce}|${time})`))
      .map((piece) => (piece === nonce ? 'nonce' : piece === time ? 'time' : Buffer.from(piece)))
    return { headers: Object.fromEntries(copied), pieces }
  }

  return async (request, response) => {
    const url = request.url ?? '/'
    if (!isForEverybody(world, request, url)) return page(request, response)
    const language = languageOfPage(request.headers)
    const theme = themeOfPage(request.headers)
    const mode = url.startsWith('/sign-up') ? await readSignUpMode(world).catch(() => undefined) : ''
    if (mode === undefined) return page(request, response)
    const key = `${mode} ${language} ${theme} ${url}`
    const waiting = kept.get(key) ?? prepare(url, language, theme).catch(() => undefined)
    kept.set(key, waiting)
    const found = await waiting
    if (found) return answer(world, found, request, response)
    kept.delete(key)
    return page(request, response)
  }
}

function isForEverybody({ config }: World, { headers }: IncomingMessage, url: string): boolean {
  const [path = ''] = url.split('?', 1)
  // With `rsc` Next's client asks for the data of a page, which depends on the page it already has.
  return (
    PATHS.has(path) &&
    QUERIES.has(url.slice(path.length)) &&
    headers.rsc === undefined &&
    !headers.cookie?.includes(cookieName(config, 'session'))
  )
}

function answer(world: World, { headers, pieces }: Kept, request: IncomingMessage, response: ServerResponse): void {
  const nonce = newNonce(world)
  const own = { nonce: Buffer.from(nonce), time: Buffer.from(String(world.now())) }
  const page = Buffer.concat(pieces.map((piece) => (typeof piece === 'string' ? own[piece] : piece)))
  response.setHeader('content-security-policy', pagePolicy(world, request.url ?? '', nonce))
  const accepted = parseAccept(request.headers['accept-encoding']?.toString() ?? '')
  const gzip = accepted.some(({ type, q }) => type === 'gzip' && q > 0)
  const bytes = gzip ? gzipSync(page, { level: GZIP_LEVEL }) : page
  response
    .writeHead(200, { ...headers, ...(gzip && { 'content-encoding': 'gzip' }), 'content-length': bytes.length })
    .end(request.method === 'HEAD' ? undefined : bytes)
}
