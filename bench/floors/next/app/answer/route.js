export const dynamic = 'force-dynamic'

/** Returns an answer as long as that of a session check, without any work. */
export function GET() {
  return Response.json({
    user: { id: 'x'.repeat(22), name: '', email: 'person@example.com' },
    session: { id: 'x'.repeat(22), way: 'passkey', startedAt: 1, expiresAt: 2 },
  })
}
