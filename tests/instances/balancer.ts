import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'

/** A proxy in front of several instances, as an operator would run one. */
export type Balancer = {
  /** How many requests each instance has been given, in their order. */
  given: () => number[]
  close: () => Promise<void>
}

/**
 * Opens an HTTP proxy on 127.0.0.1 that gives each request to the next instance in turn. It keeps `Host`, appends to
 * `X-Forwarded-For`, and tries the next instance if one refuses the connection. It answers 502 if all refuse. A request
 * whose instance ends before it has answered is cut off, as its outcome is unknown.
 */
export async function openBalancer(port: number, ports: number[]): Promise<Balancer> {
  const given = ports.map(() => 0)
  let turn = 0
  const server = createServer((incoming, response) => {
    turn += 1
    give(incoming, response, turn, 0)
  })

  function give(incoming: IncomingMessage, response: ServerResponse, place: number, refusals: number): void {
    if (refusals === ports.length) return void response.writeHead(502).end()
    const at = place % ports.length
    const [headers, { method, url }] = [headersOf(incoming), incoming]
    // Each request has a connection of its own, so a refused one is known to have reached nobody.
    const outgoing = request({ host: '127.0.0.1', port: ports[at], method, path: url, headers, agent: false })
    outgoing.once('socket', (socket) =>
      socket.once('connect', () => {
        given[at] = (given[at] ?? 0) + 1
        incoming.pipe(outgoing)
      }),
    )
    outgoing.once('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, withoutHop(answer.rawHeaders))
      answer.pipe(response)
      answer.once('aborted', () => response.destroy())
    })
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED') give(incoming, response, place + 1, refusals + 1)
      else response.destroy()
    })
    response.once('close', () => outgoing.destroy())
  }

  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))
  return {
    given: () => [...given],
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}

function headersOf({ rawHeaders, headers, socket }: IncomingMessage): string[] {
  const before = headers['x-forwarded-for']
  const from = socket.remoteAddress ?? ''
  return [
    ...withoutHop(rawHeaders, 'x-forwarded-for'),
    'X-Forwarded-For',
    before ? `${before.toString()}, ${from}` : from,
  ]
}

/** The headers without those of one connection (RFC 9110 §7.6.1), names and values in turn. */
function withoutHop(raw: string[], ...others: string[]): string[] {
  const dropped = new Set(['connection', 'keep-alive', ...others])
  return raw.filter((_, at) => !dropped.has((raw[at - (at % 2)] ?? '').toLowerCase()))
}
