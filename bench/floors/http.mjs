import { createServer } from 'node:http'

/** The floor of the platform: Node's own server with as much to say as a session check, and no work behind it. */
const answer = JSON.stringify({
  user: { id: 'x'.repeat(22), name: '', email: 'person@example.com' },
  session: { id: 'x'.repeat(22), way: 'passkey', startedAt: 1, expiresAt: 2 },
})

createServer((_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(answer) })
  response.end(answer)
}).listen(Number(process.env.PORT), '127.0.0.1')
