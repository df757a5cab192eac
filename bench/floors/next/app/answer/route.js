export const dynamic = 'force-dynamic'

/** As much as a session check says, without any work. */
export function GET() {
  return Response.json({
    user: { id: 'x'.repeat(22), name: '', email: 'person@example.com' },
    session: { id: 'x'.repeat(22), way: 'passkey', startedAt: 1, expiresAt: 2 },
  })
}
