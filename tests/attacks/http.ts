import { Agent, request } from 'node:http'

export type Sent = {
  method: string
  path: string
  headers?: Record<string, string | string[]>
  body?: string | Buffer
  chunked?: boolean
}
export type Reply = { status: number; headers: Headers; text: string }

const TIMEOUT_MS = 30_000
// A new connection for each request: a reused one that is just being closed says nothing about the request.
const agent = new Agent({ keepAlive: false, maxSockets: 64 })

/** Sends exactly these bytes, as an attacker's program may and no browser would. Status 0 means that the server hung up. */
export function send(port: number, { method, path, headers = {}, body, chunked = false }: Sent): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const length =
      body === undefined
        ? method === 'GET'
          ? {}
          : { 'content-length': '0' }
        : chunked
          ? { 'transfer-encoding': 'chunked' }
          : { 'content-length': String(Buffer.byteLength(body)) }
    const outgoing = request({
      host: '127.0.0.1',
      port,
      path,
      method,
      headers: { host: `localhost:${port}`, ...length, ...headers },
      agent,
      timeout: TIMEOUT_MS,
    })
    let answered = false
    outgoing.on('response', (response) => {
      answered = true
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: headersOf(response.rawHeaders),
          text: Buffer.concat(chunks).toString(),
        }),
      )
      response.on('error', reject)
    })
    outgoing.on('timeout', () => outgoing.destroy(new Error('The server did not answer.')))
    // A client that is refused while sending may find the connection closed: the answer came before, or there is none.
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      if (answered) return
      if (error.code === 'ECONNRESET' || error.code === 'EPIPE')
        resolve({ status: 0, headers: new Headers(), text: '' })
      else reject(error)
    })
    outgoing.end(body)
  })
}

/** Names and values alternate in Node's raw form. */
function headersOf(raw: string[]): Headers {
  const headers = new Headers()
  for (let at = 0; at + 1 < raw.length; at += 2) headers.append(raw[at] ?? '', raw[at + 1] ?? '')
  return headers
}
