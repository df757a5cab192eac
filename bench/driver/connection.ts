import { connect as openSocket, type Socket } from 'node:net'

/** The parts of an answer that the driver needs. `cookies` are the Set-Cookie lines. */
export type Reply = { status: number; cookies: string[]; body: string }

export type Connection = {
  send: (method: string, path: string, headers: string, body?: string) => Promise<Reply>
  close: () => void
}

type Waiting = { resolve: (reply: Reply) => void; reject: (error: Error) => void }

const TIMEOUT_MS = 60_000
const NOTHING: Buffer = Buffer.alloc(0)

/**
 * Opens a kept-alive HTTP/1.1 connection for one request at a time. It is written for this driver, because Node's own
 * client costs more than some of the measured servers. Rejects if the server closes or sends anything but HTTP.
 */
export async function connect(port: number): Promise<Connection> {
  const socket = await dial(port)
  let received = NOTHING
  let waiting: Waiting | undefined

  const fail = (error: Error) => {
    waiting?.reject(error)
    waiting = undefined
    socket.destroy()
  }
  socket.on('data', (chunk: Buffer) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk])
    try {
      const reply = readReply(received)
      if (!reply || !waiting) return
      const { resolve } = waiting
      received = NOTHING
      waiting = undefined
      resolve(reply)
    } catch (error) {
      fail(error instanceof Error ? error : new Error(String(error)))
    }
  })
  socket.on('error', fail)
  socket.on('close', () => fail(new Error('The server closed the connection.')))
  socket.setTimeout(TIMEOUT_MS, () => fail(new Error(`No answer within ${TIMEOUT_MS / 1_000} s.`)))

  return {
    send: (method, path, headers, body) =>
      new Promise((resolve, reject) => {
        if (socket.destroyed) return reject(new Error('The connection is closed.'))
        waiting = { resolve, reject }
        const length =
          body === undefined ? '' : `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n`
        socket.write(`${method} ${path} HTTP/1.1\r\nhost: localhost:${port}\r\n${headers}${length}\r\n${body ?? ''}`)
      }),
    close: () => socket.destroy(),
  }
}

function dial(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = openSocket({ port, host: '127.0.0.1', noDelay: true })
    socket.once('connect', () => {
      socket.removeListener('error', reject)
      resolve(socket)
    })
    socket.once('error', reject)
  })
}

/** Returns the answer in these bytes, and undefined while it is incomplete. */
function readReply(bytes: Buffer): Reply | undefined {
  const end = bytes.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const head = bytes.toString('latin1', 0, end)
  const status = Number(head.slice(9, 12))
  const body = readBody(bytes, end + 4, head, status)
  return body === undefined ? undefined : { status, cookies: cookiesIn(head), body }
}

function readBody(bytes: Buffer, start: number, head: string, status: number): string | undefined {
  if (status === 204 || status === 304) return ''
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1]
  if (length !== undefined) {
    const end = start + Number(length)
    return bytes.length < end ? undefined : bytes.toString('utf8', start, end)
  }
  if (/\r\ntransfer-encoding: *chunked/i.test(head)) return readChunks(bytes, start)
  throw new Error(`An answer without a length: ${head.slice(0, 200)}`)
}

function readChunks(bytes: Buffer, start: number): string | undefined {
  const chunks: Buffer[] = []
  for (let at = start; ; ) {
    const lineEnd = bytes.indexOf('\r\n', at)
    if (lineEnd < 0) return undefined
    const size = Number.parseInt(bytes.toString('latin1', at, lineEnd), 16)
    const next = lineEnd + 2 + size + 2
    if (bytes.length < next) return undefined
    if (size === 0) return Buffer.concat(chunks).toString()
    chunks.push(bytes.subarray(lineEnd + 2, lineEnd + 2 + size))
    at = next
  }
}

function cookiesIn(head: string): string[] {
  return [...head.matchAll(/\r\nset-cookie: *([^\r]+)/gi)].map(([, line = '']) => line)
}
