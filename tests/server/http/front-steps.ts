import { createServer, type IncomingHttpHeaders, request, type RequestListener } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { getRequestListener } from '@hono/node-server'
import { onTestFinished } from 'vitest'
import { createApi } from '#server/http/api.ts'
import { front, socketIp } from '#server/http/front.ts'
import type { World } from '#server/world.ts'

type Reply = { status: number | undefined; body: string; bytes: Buffer; headers: IncomingHttpHeaders }
/** What the page of a front was asked. */
type Asked = { url: string | undefined; headers: IncomingHttpHeaders }

/**
 * Serves a world on a socket as the process does, with a page that only notes what it is asked. Returns a function that
 * sends a request with exactly these headers and this line, and what the page was asked. `from` replaces the address of
 * the other end of each socket. `page` answers instead of the page, as Next does in production.
 */
export async function serve(world: World, { from, page }: { from?: string; page?: RequestListener } = {}) {
  const asked: Asked[] = []
  const api = createApi(world)
  const answer = front(world, {
    api: getRequestListener((request, env) =>
      api.fetch(request, { ip: socketIp('incoming' in env ? env.incoming : undefined) }),
    ),
    page: (request, response) => {
      asked.push({ url: request.url, headers: request.headers })
      if (page) page(request, response)
      else response.end('page')
    },
    dev: page === undefined,
  })
  const server = createServer(answer)
  if (from !== undefined)
    server.on('connection', (socket) => Object.defineProperty(socket, 'remoteAddress', { value: from }))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  const { port } = address

  const host = new URL(world.config.origin).host
  const ask = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Reply> =>
    new Promise((resolve, reject) => {
      request(
        { host: '127.0.0.1', port, path, method, headers: { host, ...headers }, setHost: false, agent: false },
        (response) => {
          const { statusCode: status, headers } = response
          buffer(response).then((bytes) => resolve({ status, body: bytes.toString(), bytes, headers }), reject)
        },
      )
        .once('error', reject)
        .end()
    })
  return { ask, asked }
}
