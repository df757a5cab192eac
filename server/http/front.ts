import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { HERE_HEADER, IP_HEADER } from '#server/callers/identify.ts'
import { LANGUAGE_HEADER } from '#server/callers/language.ts'
import { PATH_HEADER } from '#server/callers/return-path.ts'
import { clientIp } from '#server/callers/visitor.ts'
import { isLoopback } from '#server/config/loopback.ts'
import { AppError, type RefusalCode } from '#server/errors.ts'
import { brandAnswers } from '#server/http/brand.ts'
import { installAnswers } from '#server/http/install.ts'
import { problemResponse } from '#server/http/edge/problems.ts'
import { API_HEADERS, securityHeaders } from '#server/http/edge/security-headers.ts'
import { namesSeveralHosts, readTarget } from '#server/http/edge/target.ts'
import type { Answer } from '#server/http/pages/answer.ts'
import { isImageOptimizer, spareNext } from '#server/http/pages/before-next.ts'
import { pageAnswers } from '#server/http/pages/pages.ts'
import type { World } from '#server/world.ts'

const HEALTH = '/api/health'
const READS = new Set(['GET', 'HEAD'])
/**
 * Headers that only proxies, Next or this server may set. A visitor's copies are deleted before a page sees them.
 */
const NOT_FROM_OUTSIDE = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
  'x-middleware-subrequest',
  'content-security-policy',
  'content-security-policy-report-only',
  LANGUAGE_HEADER,
  PATH_HEADER,
  HERE_HEADER,
]

/** Returns what answers every request: it refuses foreign hosts, and passes the rest to the API or to the pages. */
export function front(world: World, { api, page, dev }: { api: Answer; page: Answer; dev: boolean }): RequestListener {
  const { config, log } = world
  const headers = Object.entries(securityHeaders(config))
  const brand = brandAnswers(config)
  const install = installAnswers(config)
  const { host } = new URL(config.origin)
  const sayIfProxied = proxyWatch(world)
  const answerPage = pageAnswers(world, page, dev)

  const answer: RequestListener = (request, response) => {
    if (namesSeveralHosts(request.rawHeaders)) return void refuse(response, 'invalid_input', headers)
    const target = readTarget(request.url ?? '/', request.headers.host, config.origin)
    const path = target?.path.split('?', 1)[0] ?? ''
    // Only a health probe may use another host name, so that a foreign name never reaches a page or a letter.
    if (!target || !(target.ours || path === HEALTH)) {
      log('warn', 'A request was refused', { code: 'wrong_host', method: request.method, ip: ipOf(world, request) })
      return void refuse(response, 'wrong_host', headers)
    }
    // From here on every spelling of our own host is the one in `ORIGIN`.
    request.url = target.path
    if (target.ours) request.headers.host = host
    if (path !== HEALTH) sayIfProxied(request)

    if (path === '/api' || path.startsWith('/api/') || path.startsWith('/.well-known/'))
      return void api(request, response)

    // Pages only read, so Next gets no other method.
    if (!READS.has(request.method ?? ''))
      return void refuse(response, 'method_not_allowed', [...headers, ['allow', 'GET, HEAD']])
    // There are no pictures to make smaller, and Next would write the address that a visitor sends to the console.
    if (isImageOptimizer(path)) return void refuse(response, 'not_found', headers)

    const file = brand.get(path) ?? install.get(path)?.()
    if (file) return void response.writeHead(200, file.headers).end(file.body)

    for (const [name, value] of headers) response.setHeader(name, value)
    const ip = ipOf(world, request)
    const here = isLoopback(socketIp(request))
    for (const name of NOT_FROM_OUTSIDE) delete request.headers[name]
    request.headers[IP_HEADER] = ip
    if (here) request.headers[HERE_HEADER] = '1'
    spareNext(request)
    answerPage(request, response)
  }
  const { refreshClock } = world
  if (!refreshClock) return answer
  // A fault of the database is told by what the request asks for.
  return (request, response) =>
    void refreshClock()
      .catch(() => undefined)
      .then(() => answer(request, response))
}

/** Returns the address of the other end of a request's socket. */
export function socketIp(incoming: unknown): string | undefined {
  const socket = memberOf(incoming, 'socket')
  const address = memberOf(socket, 'remoteAddress')
  return typeof address === 'string' ? address : undefined
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value ? Reflect.get(value, name) : undefined
}

function ipOf({ config }: World, request: IncomingMessage): string {
  return clientIp(socketIp(request), request.headers['x-forwarded-for']?.toString(), config.trustedProxies)
}

/**
 * Returns what looks for a proxy that the configuration does not know, or for one that it expects and that does not
 * say from whom a request comes. Either makes one IP of everybody, and limits per IP count everybody together. Says each
 * once.
 */
function proxyWatch({ config, log }: World): (request: IncomingMessage) => void {
  let said = false
  return ({ headers }) => {
    const entries = headers['x-forwarded-for']?.toString().split(',').length ?? 0
    if (said || (entries === 0) === (config.trustedProxies === 0)) return
    said = true
    if (entries > 0)
      log('warn', 'The header X-Forwarded-For is ignored: set TRUSTED_PROXIES to the number of proxies in front')
    else log('warn', 'The header X-Forwarded-For is missing: set it in the proxy, or set TRUSTED_PROXIES to 0')
  }
}

async function refuse(response: ServerResponse, code: RefusalCode, headers: [string, string][]): Promise<void> {
  const refusal = problemResponse(new AppError(code))
  response.writeHead(refusal.status, { ...API_HEADERS, ...Object.fromEntries([...refusal.headers, ...headers]) })
  response.end(await refusal.text())
}
