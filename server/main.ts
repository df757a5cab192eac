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
import { problemResponse } from '#server/http/edge/problems.ts'
import { API_HEADERS, securityHeaders } from '#server/http/edge/security-headers.ts'
import { clientIp } from '#server/callers/visitor.ts'
import { IP_HEADER } from '#server/callers/identify.ts'
import { publishWorld, type World } from '#server/world.ts'

const GRACE_MS = 10_000
/** Longer than a proxy keeps its own connections (nginx: 60 s), so that it never sends a request into one that is just being closed. */
const IDLE_CONNECTION_MS = 75_000
const READS = new Set(['GET', 'HEAD'])
/** What a visitor must not be able to tell the pages: who they are to a proxy, that a middleware ran already, and what it says. */
const NOT_FROM_OUTSIDE = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
  'x-middleware-subrequest',
  LANGUAGE_HEADER,
]
/** What an operator can do something about when the port cannot be had. */
const LISTEN_FAULTS: Record<string, string> = {
  EADDRINUSE: 'is taken by another program: stop that one, or choose another port',
  EACCES: 'may not be used by this user: choose one above 1023, or grant the right to it',
}

await start(process.argv.includes('--dev')).catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof ConfigError ? error.message : error instanceof Error ? error.stack : String(error)}\n`,
  )
  process.exit(1)
})

/** The one process: the world, the API before Next, the pages, housekeeping, and a graceful stop. */
async function start(dev: boolean): Promise<void> {
  const config = readConfig(process.env)
  const world = bootWorld(config)
  publishWorld(world)

  const server = createServer({ keepAliveTimeout: IDLE_CONNECTION_MS })
  const pages = next({ dev, hostname: config.hostname, port: config.port, httpServer: server })
  await pages.prepare()
  server.on('request', listener(world, pages.getRequestHandler()))
  // Only the development tools keep a socket. Otherwise Next leaves a stranger's open for ever, even past a stop.
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

/** The API and the well-known addresses are answered here; everything else is a page. */
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
    // A probe asks by whatever address it has; everyone else by ours, so that no foreign name ever reaches a page or a letter.
    // A whole address in the first line would count more than the header (RFC 9112 §3.2.2), and pages would redirect to it.
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

    // Pages only read; what Next would make of another method is no page of ours.
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
    ...(config.testing && { testing: 'The clock can be turned and letters read by anyone who can reach this server.' }),
  })
}

/** Takes no new connections, lets answers under way finish, and cuts off what is still open after the grace time. */
async function drain(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  // A connection that is kept alive gets the answer it waits for, and no other.
  server.keepAliveTimeout = 1
  server.prependListener('request', (_request, response) => response.setHeader('connection', 'close'))
  const cut = setTimeout(() => server.closeAllConnections(), GRACE_MS)
  await closed
  clearTimeout(cut)
}
