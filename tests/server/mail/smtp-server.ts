import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { onTestFinished } from 'vitest'

const CERTIFICATES = join(import.meta.dirname, '../../postgres/tls')
/** The authority of the server’s certificate, which is for `localhost`. */
export const AUTHORITY = readFileSync(join(CERTIFICATES, 'authority.pem'), 'utf8')

/** A letter as the server got it. */
export type Received = { from: string; to: string[]; source: string; encrypted: boolean; user: string | undefined }

/** Says no with a code, as `onRcptTo` and the others do. */
export function no(code: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode: code })
}

/** Starts a mail server with TLS on a free port. It takes the user `latchkey` with the password `secret`. */
export async function startSmtp(options: SMTPServerOptions = {}): Promise<{ port: number; received: Received[] }> {
  const received: Received[] = []
  const server = new SMTPServer({
    logger: false,
    key: readFileSync(join(CERTIFICATES, 'server.key')),
    cert: readFileSync(join(CERTIFICATES, 'server.pem')),
    closeTimeout: 100,
    onAuth({ username, password }, _session, done) {
      if (username === 'latchkey' && password === 'secret') done(null, { user: username })
      else done(no(535, 'Authentication failed'))
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        received.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          source: Buffer.concat(chunks).toString('utf8'),
          encrypted: session.secure,
          user: session.user,
        })
        done()
      })
    },
    ...options,
  })
  // A client that refuses the certificate is the client’s affair.
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())))
  const address = server.server.address()
  return { port: typeof address === 'object' && address ? address.port : 0, received }
}
