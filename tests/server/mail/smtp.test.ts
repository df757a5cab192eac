import { createServer, type Server, type Socket } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { MailFault } from '#server/mail-transport.ts'
import { type SmtpSettings, smtpTransport } from '#server/mail/transports/smtp.ts'
import { AUTHORITY, no, startSmtp } from '#tests/server/mail/smtp-server.ts'

const LETTER = {
  id: 'letter-1',
  to: 'ada@example.org',
  subject: 'Ein Code für Sie',
  text: 'The text',
  html: '<p>The HTML</p>',
}

function settings(port: number, more: Partial<SmtpSettings> = {}): SmtpSettings {
  return {
    host: '127.0.0.1',
    port,
    tls: 'starttls',
    auth: { user: 'latchkey', password: 'secret' },
    ca: AUTHORITY,
    serverName: 'localhost',
    from: 'Latchkey <id@example.com>',
    timeout: 1_000,
    ...more,
  }
}

async function faultOf(sent: Promise<string>): Promise<Pick<MailFault, 'kind' | 'message'>> {
  const error = await sent.then(() => undefined).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(MailFault)
  return error as MailFault
}

describe('a letter through a mail server', () => {
  test.each([
    ['by STARTTLS', 'starttls', {}],
    ['encrypted from the start', 'implicit', { secure: true }],
  ] as const)('arrives %s', async (_, tls, options) => {
    const { port, received } = await startSmtp(options)
    await smtpTransport(settings(port, { tls })).send(LETTER)
    expect(received).toMatchObject([
      { from: 'id@example.com', to: ['ada@example.org'], encrypted: true, user: 'latchkey' },
    ])
    const source = received[0]?.source ?? ''
    expect(source).toMatch(/^Message-ID: <letter-1@example\.com>\r$/m)
    expect(source).toMatch(/^From: Latchkey <id@example\.com>\r$/m)
    expect(source).toMatch(/^To: ada@example\.org\r$/m)
    expect(source).toMatch(/^Subject: =\?UTF-8\?Q\?Ein_Code_f=C3=BCr_Sie\?=\r$/m)
    expect(source).toMatch(/^Auto-Submitted: auto-generated\r$/m)
    expect(source).toMatch(/^References: <letter-1@example\.com>\r$/m)
    expect(source).toContain('The text')
    expect(source).toContain('<p>The HTML</p>')
  })

  test('arrives without encryption or a password where the operator says so', async () => {
    const { port, received } = await startSmtp({ authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'] })
    await smtpTransport(settings(port, { tls: 'none', auth: undefined })).send(LETTER)
    expect(received).toMatchObject([{ encrypted: false, user: undefined }])
  })

  test('has a sender with a comma in its name', async () => {
    const { port, received } = await startSmtp()
    await smtpTransport(settings(port, { from: '"Acme, \\"Inc.\\"" <id@example.com>' })).send(LETTER)
    expect(received[0]?.source).toMatch(/^From: "Acme, \\"Inc\.\\"" <id@example\.com>\r$/m)
  })

  test('goes to one address only, whatever the address looks like', async () => {
    const { port, received } = await startSmtp()
    await smtpTransport(settings(port))
      .send({ ...LETTER, to: '"ada, eve"@example.org' })
      .catch(() => undefined)
    expect(received.flatMap(({ to }) => to).filter((to) => !to.includes('ada, eve'))).toEqual([])
  })

  test('fifty at once use two connections, and all arrive', async () => {
    let [open, most] = [0, 0]
    const { port, received } = await startSmtp({
      onConnect(_session, done) {
        open += 1
        most = Math.max(most, open)
        done()
      },
      onClose() {
        open -= 1
      },
    })
    const transport = smtpTransport(settings(port, { timeout: 10_000 }))
    await Promise.all(Array.from({ length: 50 }, (_, at) => transport.send({ ...LETTER, id: `letter-${at}` })))
    expect(received).toHaveLength(50)
    expect(most).toBeLessThanOrEqual(2)
  })
})

describe('a mail server', () => {
  test.each<[string, number, Parameters<typeof startSmtp>[0], MailFault['kind']]>([
    [
      'that refuses the recipient for good',
      550,
      { onRcptTo: (_to, _session, done) => done(no(550, 'No such user ada@example.org')) },
      'recipient',
    ],
    [
      'that greylists',
      451,
      { onRcptTo: (_to, _session, done) => done(no(451, 'Greylisted, try again later')) },
      'passing',
    ],
    [
      'that refuses the sender',
      553,
      { onMailFrom: (_from, _session, done) => done(no(553, 'Sender not allowed')) },
      'configuration',
    ],
    [
      'that refuses the letter after its data',
      554,
      {
        onData: (stream, _session, done) => {
          stream.resume().on('end', () => done(no(554, 'Looks like spam')))
        },
      },
      'configuration',
    ],
    [
      'that has no room for now',
      452,
      {
        onData: (stream, _session, done) => {
          stream.resume().on('end', () => done(no(452, 'Insufficient storage')))
        },
      },
      'passing',
    ],
  ])('%s (%s) is a fault of the right side, without an address in the log', async (_, code, options, kind) => {
    const { port } = await startSmtp(options)
    const fault = await faultOf(smtpTransport(settings(port)).send(LETTER))
    expect(fault.kind).toBe(kind)
    expect(fault.message).toContain(String(code))
    expect(fault.message).not.toContain('@')
  })

  test.each<[string, Partial<SmtpSettings>, Parameters<typeof startSmtp>[0]]>([
    ['with a wrong password', { auth: { user: 'latchkey', password: 'wrong' } }, {}],
    ['without STARTTLS', {}, { disabledCommands: ['STARTTLS'] }],
    ['with a certificate of an unknown authority', { ca: undefined }, {}],
    ['with a certificate for a name, at an address', { serverName: '127.0.0.1' }, {}],
    ['with a certificate for another name', { serverName: 'mail.example.com' }, {}],
  ])('%s gets no letter, and the operator can mend it', async (_, more, options) => {
    const { port, received } = await startSmtp(options)
    expect(await faultOf(smtpTransport(settings(port, more)).send(LETTER))).toMatchObject({ kind: 'configuration' })
    expect(received).toEqual([])
  })

  test('without STARTTLS never sees the password', async () => {
    const seen: string[] = []
    const server = createServer((socket) => {
      socket.write('220 mail ESMTP\r\n')
      socket.on('data', (chunk) => {
        seen.push(String(chunk))
        socket.write(String(chunk).startsWith('EHLO') ? '250-mail\r\n250 AUTH PLAIN LOGIN\r\n' : '500 no\r\n')
      })
      socket.on('error', () => {})
    })
    const port = await listen(server)
    await faultOf(smtpTransport(settings(port)).send(LETTER))
    expect(seen.join('')).not.toMatch(/AUTH|MAIL FROM|secret|c2VjcmV0/)
  })

  test.each<[string, (socket: Socket) => void]>([
    ['that says nothing', () => {}],
    ['that hangs up', (socket) => socket.destroy()],
    ['that speaks another language', (socket) => socket.write('HTTP/1.1 400 Bad Request\r\n\r\n')],
    ['that falls silent after its greeting', (socket) => socket.write('220 mail ESMTP\r\n')],
  ])('%s costs one wait, and the letter is sent again later', async (_, behave) => {
    const server = createServer((socket) => {
      socket.on('error', () => {})
      behave(socket)
    })
    const port = await listen(server)
    const began = performance.now()
    expect(await faultOf(smtpTransport(settings(port)).send(LETTER))).toMatchObject({ kind: 'passing' })
    expect(performance.now() - began).toBeLessThan(5_000)
  })

  test('that is not there is tried again later', async () => {
    const server = createServer()
    const port = await listen(server)
    await new Promise((resolve) => server.close(resolve))
    expect(await faultOf(smtpTransport(settings(port)).send(LETTER))).toMatchObject({ kind: 'passing' })
  })
})

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}
