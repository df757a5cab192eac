import { connect } from 'node:net'
import type { Reply } from '../http.ts'

/** One request as it is written on the socket: several Host lines, or none, and any bytes. Characters are Latin-1 bytes. */
export type Line = {
  method: string
  target: string
  hosts: string[]
  headers: [name: string, value: string][]
  body?: string
}

/** A page takes milliseconds. Who waits longer than this was left hanging. */
const PATIENCE_MS = 10_000

/** Writes a request and returns the answer once the server has closed the socket. Status 0 means that it closed without one. */
export function exchange(port: number, { method, target, hosts, headers, body }: Line): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    const chunks: Buffer[] = []
    socket.setTimeout(PATIENCE_MS, () => {
      socket.destroy()
      reject(new Error('The server left the socket open.'))
    })
    socket.on('data', (chunk) => chunks.push(chunk))
    // A server that refuses while we write may reset the connection after its answer.
    socket.on('error', () => {})
    socket.on('close', () => resolve(read(Buffer.concat(chunks))))
    const lines = [
      `${method} ${target} HTTP/1.1`,
      ...hosts.map((host) => `Host: ${host}`),
      'Connection: close',
      ...headers.map(([name, value]) => `${name}: ${value}`),
      ...(body === undefined ? [] : [`Content-Length: ${Buffer.byteLength(body)}`]),
    ]
    socket.write([...lines, '', body ?? ''].join('\r\n'), 'latin1')
  })
}

function read(answer: Buffer): Reply {
  const end = answer.indexOf('\r\n\r\n')
  if (end < 0) return { status: 0, headers: new Headers(), text: '' }
  // An interim answer, such as 100, comes before the real one (RFC 9110 §15.2).
  if (/^HTTP\/1\.1 1\d\d /.test(answer.subarray(0, end).toString('latin1'))) return read(answer.subarray(end + 4))
  const [first = '', ...lines] = answer.subarray(0, end).toString('latin1').split('\r\n')
  const headers = new Headers(
    lines.map((line): [string, string] => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  )
  const rest = answer.subarray(end + 4)
  const body = headers.get('transfer-encoding') === 'chunked' ? unchunked(rest) : rest
  return { status: Number(first.split(' ')[1]), headers, text: body.toString() }
}

/** The body without the lengths between its pieces (RFC 9112 §7.1). */
function unchunked(body: Buffer): Buffer {
  const pieces: Buffer[] = []
  for (let at = 0; at < body.length; ) {
    const line = body.indexOf('\r\n', at)
    const length = Number.parseInt(body.subarray(at, line).toString('latin1'), 16)
    if (line < 0 || !(length > 0)) break
    pieces.push(body.subarray(line + 2, line + 2 + length))
    at = line + 2 + length + 2
  }
  return Buffer.concat(pieces)
}
