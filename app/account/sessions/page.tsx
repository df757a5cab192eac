import type { Metadata } from 'next'
import { EndOthers } from '#app/account/sessions/end-others.tsx'
import { SessionRow } from '#app/account/sessions/session-row.tsx'
import { PageHeading } from '#app/_ui/page-heading.tsx'
import { Rows } from '#app/_ui/rows.tsx'
import { ownSessions } from '#app/_web/sessions.ts'

export const metadata: Metadata = { title: 'Devices and sessions' }

/** Where the account is signed in, and how to end that. */
export default async function SessionsPage() {
  const sessions = await ownSessions('/account/sessions')
  const others = sessions.filter(({ current }) => !current).length
  return (
    <>
      <PageHeading title="Devices and sessions">
        Everywhere you are signed in. A session you end is over at its next click, whoever holds it.
      </PageHeading>
      <Rows label="Your sessions">
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </Rows>
      {others > 0 ? <EndOthers count={others} /> : <p className="mt-4 text-sm text-soft">You are signed in nowhere else.</p>}
    </>
  )
}
