import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { getRequestListener } from '@hono/node-server'
import next from 'next'
import { bootServer } from '#server/boot.ts'
import { type Config, ConfigError, readConfig } from '#server/config/config.ts'
import { logConsole } from '#server/console.ts'
import { startHousekeeping } from '#server/housekeeping.ts'
import { createApi } from '#server/http/api.ts'
import { front, socketIp } from '#server/http/front.ts'
import { noteAway } from '#server/http/pages/away.ts'
import { offerSetup } from '#server/setup-file.ts'
import { publishWorld, type World } from '#server/world.ts'

const GRACE_MS = 10_000
/** Longer than proxies keep connections (nginx: 60 s), so that they send no request into one that is closing. */
const IDLE_CONNECTION_MS = 75_000
/** What an operator can do when the server cannot listen. */
const LISTEN_FAULTS: Record<string, (config: Config) => string> = {
  EADDRINUSE: ({ port }) => `PORT ${port} is used by another program: stop that program, or choose another port`,
  EACCES: ({ port }) => `PORT ${port} is not allowed for this user: choose a port above 1023, or grant the permission`,
  EADDRNOTAVAIL: ({ hostname }) =>
    `LISTEN ${hostname} is no address of this machine: choose one that \`ip addr\` shows`,
  EAFNOSUPPORT: ({ hostname }) =>
    `LISTEN ${hostname} is of a kind that this machine does not have: choose an IPv4 address`,
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
  const booted = await bootServer(config)
  const world = { ...booted, db: noteAway(booted.db) }
  publishWorld(world)

  const server = createServer({ keepAliveTimeout: IDLE_CONNECTION_MS })
  const pages = next({ dev, hostname: config.hostname, port: config.port, httpServer: server })
  await pages.prepare()
  // What Next writes while it starts is its own, and in development it talks to the developer.
  if (!dev) logConsole(console, world.log)
  const api = createApi(world)
  const answerApi = getRequestListener((request, env) =>
    api.fetch(request, { ip: socketIp('incoming' in env ? env.incoming : undefined) }),
  )
  server.on('request', front(world, { api: answerApi, page: pages.getRequestHandler(), dev }))
  // Only the development tools use a socket. In production Next would keep a stranger's socket open even after a stop.
  const upgrade = dev ? pages.getUpgradeHandler() : (_request: IncomingMessage, socket: Duplex) => socket.destroy()
  server.on('upgrade', (request, socket, head) => void upgrade(request, socket, head))

  await listen(server, config)
  const stopHousekeeping = startHousekeeping(world)
  announce(world)
  await offerSetup(world)

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

function listen(server: Server, config: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const fault = LISTEN_FAULTS[error.code ?? '']
      reject(fault ? new ConfigError([fault(config)]) : error)
    })
    server.listen(config.port, config.hostname, resolve)
  })
}

function announce({ config, transport, log }: World): void {
  log('info', `Latchkey is at ${config.origin}`, {
    origin: config.origin,
    letters: transport.name === 'mailbox' ? `${config.origin}/mailbox` : transport.name,
    ...(config.limitScale > 1 && { limitScale: config.limitScale }),
    ...(config.testing && { testing: 'Every program on this machine can turn its clock and read its letters.' }),
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
