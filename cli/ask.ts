import { get as getHttp, type IncomingHttpHeaders, type IncomingMessage, type RequestOptions } from 'node:http'
import { get as getHttps } from 'node:https'
import { TLSSocket } from 'node:tls'

/** An answer over the network. `until`: when its certificate ends. `at`: when it came. Both are epoch milliseconds. */
export type Answer = {
  status: number
  headers: IncomingHttpHeaders
  body: string
  at: number
  until: number | undefined
}

/** A longer answer is not from our probes. */
const MOST_LETTERS = 10_000

/** Asks for an address with GET, and follows nothing. `timeout` in milliseconds. Rejects with the fault of the connection. */
export function ask(url: string, { timeout, now }: { timeout: number; now: () => number }): Promise<Answer> {
  const options: RequestOptions = {
    signal: AbortSignal.timeout(timeout),
    agent: false,
    headers: { accept: 'application/json' },
  }
  const get = url.startsWith('https:') ? getHttps : getHttp
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => reject(error.name === 'AbortError' ? new SilenceError(timeout) : error)
    const request = get(url, options, (response) => void read(response, now).then(resolve, fail))
    request.on('error', (error) => fail(error))
  })
}

/** Nothing answered in time. */
class SilenceError extends Error {
  constructor(timeout: number) {
    super(`no answer within ${timeout / 1_000} s`)
    this.name = 'SilenceError'
  }
}

async function read(response: IncomingMessage, now: () => number): Promise<Answer> {
  const { socket } = response
  const until = socket instanceof TLSSocket ? Date.parse(socket.getPeerCertificate().valid_to) : undefined
  const at = now()
  let body = ''
  for await (const chunk of response.setEncoding('utf8')) body = (body + String(chunk)).slice(0, MOST_LETTERS)
  return { status: response.statusCode ?? 0, headers: response.headers, body, at, until }
}

/** Returns the code and the words of a fault of a connection. */
export function wordsOf(error: unknown): { code: string; words: string } {
  const fault = error instanceof AggregateError ? error.errors[0] : error
  if (!(fault instanceof Error)) return { code: '', words: String(fault) }
  return { code: 'code' in fault ? String(fault.code) : '', words: fault.message }
}

/** Returns where the server of this machine is asked: an address that means every one of them is asked on loopback. */
export function listening({ hostname, port }: { hostname: string; port: number }): string {
  const host = { '0.0.0.0': '127.0.0.1', '::': '::1' }[hostname] ?? hostname
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

/** Returns whether this is the answer of a healthy server. */
export function isHealthy({ status, body }: Answer): boolean {
  return status === 200 && /"status":\s*"ok"/.test(body)
}
