import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { getRequestListener } from '@hono/node-server'
import next from 'next'
import { bootWorld } from '#server/boot.ts'
import { type Config, ConfigError, readConfig } from '#server/config/config.ts'
import { AppError, type RefusalCode } from '#server/errors.ts'
import { startHousekeeping } from '#server/housekeeping.ts'
import { createApi } from '#server/http/api.ts'
import { brandAnswers } from '#server/http/brand.ts'
import { LANGUAGE_HEADER } from '#server/callers/language.ts'
import { PATH_HEADER } from '#server/callers/return-path.ts'
import { problemResponse } from '#server/http/edge/problems.ts'
import { API_HEADERS, securityHeaders } from '#server/http/edge/security-headers.ts'
import { clientIp } from '#server/callers/visitor.ts'
import { IP_HEADER } from '#server/callers/identify.ts'
import { publishWorld, type World } from '#server/world.ts'

const GRACE_MS = 10_000
/** Longer than proxies keep connections (nginx: 60 s), so that they send no request into one that is closing. */
const IDLE_CONNECTION_MS = 75_000
const READS = new Set(['GET', 'HEAD'])
/**
 * Headers that only proxies, Next or our middleware may set. A visitor's copies are deleted before a page sees them.
 */
const NOT_FROM_OUTSIDE = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
  'x-middleware-subrequest',
  LANGUAGE_HEADER,
  PATH_HEADER,
]
/** What an operator can do when the server cannot listen on its port. */
const LISTEN_FAULTS: Record<string, string> = {
  EADDRINUSE: 'is used by another program: stop that program, or choose another port',
  EACCES: 'is not allowed for this user: choose a port above 1023, or grant the permission',
}

await start(process.argv.includes('--dev')).catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof ConfigError ? error.message : error instanceof Error ? error.stack : String(error)}\n`,
  )
  process.exit(1)
})

/** Starts the process: the world, the API before Next, the pages and housekeeping. Stops it gracefully on a signal. */
async function start(dev: boolean): Promise<void> {
  const config = readConfig(process.env)
  const world = bootWorld(config)
  publishWorld(world)

  const server = createServer({ keepAliveTimeout: IDLE_CONNECTION_MS })
  const pages = next({ dev, hostname: config.hostname, port: config.port, httpServer: server })
  await pages.prepare()
  server.on('request', listener(world, pages.getRequestHandler()))
  // Only the development tools use a socket. In production Next would keep a stranger's socket open even after a stop.
  const upgrade = dev ? pages.getUpgradeHandler() : (_request: IncomingMessage, socket: Duplex) => socket.destroy()
  server.on('upgrade', (request, socket, head) => void upgrade(request, socket, head))

  await listen(server, config)
  const stopHousekeeping = startHousekeeping(world)
  announce(world)

  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    await drain(server)
    await stopHousekeeping()
    await world.db.close()
    world.log('info', 'Stopped')
    process.exit(0)
  }
  process.on('SIGTERM', () => void stop())
  process.on('SIGINT', () => void stop())
}

type Page = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** Answers the API and the well-known paths; passes everything else to the pages. */
function listener(world: World, page: Page): RequestListener {
  const api = createApi(world)
  const answerApi = getRequestListener((request, env) =>
    api.fetch(request, { ip: socketIp('incoming' in env ? env.incoming : undefined) }),
  )
  const headers = Object.entries(securityHeaders(world.config))
  const brand = brandAnswers(world.config)
  const host = new URL(world.config.origin).host

  return (request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/'
    // Only a health probe may use another host name, so that a foreign name never reaches a page or a letter. A whole
    // URL in the request line takes precedence over the header (RFC 9112 §3.2.2), and pages would redirect to it.
    const ours = request.headers.host === host && path.startsWith('/')
    if (!ours && path !== '/api/health') {
      world.log('warn', 'A request was refused', {
        code: 'wrong_host',
        method: request.method,
        ip: ipOf(world, request),
      })
      return void refuse(response, 'wrong_host', headers)
    }
    if (path === '/api' || path.startsWith('/api/') || path.startsWith('/.well-known/'))
      return void answerApi(request, response)

    // Pages only read, so Next gets no other method.
    if (!READS.has(request.method ?? ''))
      return void refuse(response, 'method_not_allowed', [...headers, ['allow', 'GET, HEAD']])

    const file = brand.get(path)
    if (file) return void response.writeHead(200, file.headers).end(file.body)

    for (const [name, value] of headers) response.setHeader(name, value)
    const ip = ipOf(world, request)
    for (const name of NOT_FROM_OUTSIDE) delete request.headers[name]
    request.headers[IP_HEADER] = ip
    void page(request, response)
  }
}

function ipOf({ config }: World, request: IncomingMessage): string {
  return clientIp(socketIp(request), request.headers['x-forwarded-for']?.toString(), config.trustedProxies)
}

function socketIp(incoming: Pick<IncomingMessage, 'socket'> | { socket?: unknown } | undefined): string | undefined {
  const socket = incoming?.socket
  return typeof socket === 'object' &&
    socket !== null &&
    'remoteAddress' in socket &&
    typeof socket.remoteAddress === 'string'
    ? socket.remoteAddress
    : undefined
}

async function refuse(response: ServerResponse, code: RefusalCode, headers: [string, string][]): Promise<void> {
  const refusal = problemResponse(new AppError(code))
  response.writeHead(refusal.status, { ...API_HEADERS, ...Object.fromEntries([...refusal.headers, ...headers]) })
  response.end(await refusal.text())
}

function listen(server: Server, { port, hostname }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const fault = LISTEN_FAULTS[error.code ?? '']
      reject(fault ? new ConfigError([`PORT ${port} ${fault}`]) : error)
    })
    server.listen(port, hostname, resolve)
  })
}

function announce({ config, transport, log }: World): void {
  log('info', `Latchkey is at ${config.origin}`, {
    origin: config.origin,
    letters: transport.name === 'mailbox' ? `${config.origin}/mailbox` : 'resend',
    ...(config.limitScale > 1 && { limitScale: config.limitScale }),
    ...(config.testing && { testing: 'Anyone who can reach this server can turn its clock and read its letters.' }),
  })
}

/**
 * Accepts no new connections, lets pending responses finish, and closes the connections still open after the grace
 * time.
 */
async function drain(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  // A kept-alive connection gets the response it waits for and is then closed.
  server.keepAliveTimeout = 1
  server.prependListener('request', (_request, response) => response.setHeader('connection', 'close'))
  const cut = setTimeout(() => server.closeAllConnections(), GRACE_MS)
  await closed
  clearTimeout(cut)
}
