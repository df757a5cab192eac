import { connect, createServer, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '#tests/helpers/process.ts'

/** One chunk on its way between an instance and its database, and what the wire may do with it. */
type OnItsWay = {
  /** The number of its connection. */
  connection: number
  from: 'instance' | 'database'
  chunk: Buffer
  pass: (chunk?: Buffer) => void
  /** Closes the connection at once on both sides. */
  cut: () => void
  /** Tells the instance that nothing more comes, and keeps the rest of the connection open. */
  halfClose: () => void
}
export type Manner = (onItsWay: OnItsWay) => void

/** A network between instances and their database that a test can disturb. */
export type Wire = {
  /** The database's URL, through this wire. */
  url: string
  /** Says what happens to each chunk from now on. */
  behave: (manner: Manner) => void
  /** Cuts every connection, and returns a moment after both sides have learned it. */
  cutAll: () => Promise<void>
  close: () => Promise<void>
}

export const honest: Manner = ({ pass }) => pass()

/** Opens a TCP proxy on 127.0.0.1 to the database of a URL. Each chunk takes `delay` (milliseconds) in each direction. */
export async function openWire(url: string, delay = 0): Promise<Wire> {
  const [through, port] = [new URL(url), await freePort()]
  const there = { host: through.hostname, port: Number(through.port) }
  const sockets = new Set<Socket>()
  let manner = honest
  let connections = 0
  const server = createServer({ allowHalfOpen: true }, (instance) => {
    const connection = ++connections
    const database = connect({ ...there, allowHalfOpen: true })
    for (const socket of [instance, database]) {
      sockets.add(socket)
      socket.setNoDelay(true)
      // What one side breaks off, the other learns by its own end.
      socket.on('error', () => undefined)
      socket.once('close', () => sockets.delete(socket))
    }
    const cut = () => {
      instance.destroy()
      database.destroy()
    }
    const join = (from: OnItsWay['from'], source: Socket, target: Socket) => {
      const send = (chunk: Buffer) => target.writable && target.write(chunk)
      source.on('data', (chunk: Buffer) => {
        const pass = (some = chunk) => void (delay > 0 ? setTimeout(send, delay, some) : send(some))
        manner({ connection, from, chunk, pass, cut, halfClose: () => instance.end() })
      })
      source.once('end', () => void setTimeout(() => target.end(), delay))
      source.once('close', () => void setTimeout(() => target.destroy(), delay))
    }
    join('instance', instance, database)
    join('database', database, instance)
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))
  through.port = String(port)
  return {
    url: through.href,
    behave: (given) => void (manner = given),
    async cutAll() {
      for (const socket of sockets) socket.destroy()
      await pause(delay + 50)
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}

/** Whether a chunk of an instance ends with the statement that commits (PostgreSQL documentation, 55.7 “Query”). */
export function isCommit({ from, chunk }: Pick<OnItsWay, 'from' | 'chunk'>): boolean {
  return from === 'instance' && chunk.subarray(-7).toString('latin1') === 'commit\0'
}
