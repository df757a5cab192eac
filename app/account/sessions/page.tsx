import type { Metadata } from 'next'
import { EndOthers } from '#app/account/sessions/end-others.tsx'
import { SessionRow } from '#app/account/sessions/session-row.tsx'
import { PageHeading } from '#app/_ui/layout/page-heading.tsx'
import { Rows } from '#app/_ui/lists/rows.tsx'
import { ownSessions } from '#app/_web/own.ts'
import { Words, words } from '#app/_web/words.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words('sessions'))('title') }
}

/** Where the account is signed in, and how to end that. */
export default async function SessionsPage() {
  const [say, sessions] = await Promise.all([words('sessions'), ownSessions()])
  const others = sessions.filter(({ current }) => !current).length
  return (
    <Words of={['sessions']}>
      <PageHeading title={say('title')}>{say('about')}</PageHeading>
      <Rows label={say('list')}>
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </Rows>
      {others > 0 ? <EndOthers count={others} /> : <p className="mt-4 text-sm text-soft">{say('nowhereElse')}</p>}
    </Words>
  )
}
