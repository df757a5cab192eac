import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { join } from 'node:path'

/** The proxy in front of a public server: TLS, and plain http that only redirects to it. */
export type Front = {
  origin: string
  port: number
  /** The certificate, for clients that should trust the proxy. */
  certificate: string
  /** Where requests are forwarded to. */
  upstream: number
  /** A header that it drops, to prove that the scanner would notice. */
  swallows?: string
  close: () => void
}

const CLIENT_HELLO = 0x16

/** A proxy as an operator would put it in front, on one port for both protocols, with a certificate made for this run. */
export async function openFront(host: string, folder: string): Promise<Front> {
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')]
  const options = [
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:P-256',
    '-nodes',
    '-days',
    '2',
    '-subj',
    `/CN=${host}`,
    '-addext',
    `subjectAltName=DNS:${host}`,
  ]
  const { status, stderr } = spawnSync('openssl', ['req', '-x509', ...options, '-keyout', key, '-out', certificate], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`openssl made no certificate: ${stderr}`)

  const secure = createTlsServer({ key: readFileSync(key), cert: readFileSync(certificate) }, (incoming, outgoing) => {
    const headers = {
      ...incoming.headers,
      'x-forwarded-for': incoming.socket.remoteAddress,
      'x-forwarded-proto': 'https',
    }
    const handed = request(
      { host: '127.0.0.1', port: front.upstream, path: incoming.url, method: incoming.method, headers },
      (answer) => {
        if (front.swallows) delete answer.headers[front.swallows]
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(outgoing)
      },
    )
    handed.on('error', () => outgoing.destroy())
    incoming.pipe(handed)
  })
  const door = createServer((socket) => {
    socket.on('error', () => socket.destroy())
    socket.once('data', (first) => {
      socket.pause()
      socket.unshift(first)
      if (first[0] === CLIENT_HELLO) return void secure.emit('connection', socket)
      const path = /^\S+ (\S+)/.exec(first.toString('latin1'))?.[1] ?? '/'
      socket.end(
        `HTTP/1.1 301 Moved Permanently\r\nlocation: ${front.origin}${path}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n`,
      )
    })
  })
  const port = await listen(door)
  const front: Front = {
    origin: `https://${host}:${port}`,
    port,
    certificate,
    upstream: 0,
    close: () => void door.close(),
  }
  return front
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A server that listens on a port has an address of this shape.
  return (server.address() as AddressInfo).port
}
