import { createServer } from 'node:http'

/** The lower limit of the platform: Node's own server with an answer as long as a session check, without any work. */
const answer = JSON.stringify({
  user: { id: 'x'.repeat(22), name: '', email: 'person@example.com' },
  session: { id: 'x'.repeat(22), way: 'passkey', startedAt: 1, expiresAt: 2 },
})

createServer((_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(answer) })
  response.end(answer)
}).listen(Number(process.env.PORT), '127.0.0.1')
