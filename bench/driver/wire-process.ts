import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

// Passes on what it gets after half of the round trip, in its order.
const [target = 0, roundTrip = 0] = process.argv.slice(2).map(Number)
const HALF_MS = roundTrip / 2

function passOn(from: Socket, to: Socket): void {
  const waiting: { chunk: Buffer; at: number }[] = []
  const look = () => {
    while (waiting[0] && waiting[0].at <= performance.now()) to.write(waiting.shift()?.chunk ?? '')
    // Timers are too coarse for a millisecond.
    if (waiting.length > 0) setImmediate(look)
  }
  from.on('data', (chunk) => {
    waiting.push({ chunk, at: performance.now() + HALF_MS })
    if (waiting.length === 1) setImmediate(look)
  })
  from.on('error', () => to.destroy())
  from.on('close', () => to.destroy())
}

const server = createServer({ noDelay: true }, (near) => {
  const far = connect({ port: target, host: '127.0.0.1', noDelay: true })
  passOn(near, far)
  passOn(far, near)
})
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
