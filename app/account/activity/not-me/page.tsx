import type { Metadata } from 'next'
import { numberIn } from '#app/_ui/browser/number-in.ts'
import { NobodyGotIn } from '#app/account/activity/not-me/nobody-got-in.tsx'
import { SuspectSession } from '#app/account/activity/not-me/suspect-session.tsx'
import { TextLink } from '#app/_ui/controls/text-link.tsx'
import { PageHeading } from '#app/_ui/layout/page-heading.tsx'
import { ownActivity, ownEvent, ownSessions, type ShownEvent } from '#app/_web/own.ts'
import { Words, words } from '#app/_web/words.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words('notMe'))('title') }
}

type Asked = { event?: string | string[]; session?: string | string[] }
type Props = { searchParams: Promise<Asked> }

/** For an entry of the activity or a session that the person does not recognise: ends it, and shows what it did. */
export default async function NotMePage({ searchParams }: Props) {
  const [say, asked, sessions] = await Promise.all([words('notMe'), searchParams, ownSessions()])
  const event = await eventOf(asked)
  const live = sessions.find(({ id }) => id === (event ? event.sessionId : asked.session))
  const suspect = live ?? (event?.sessionId ? { ...event, id: event.sessionId } : undefined)
  return (
    <Words of={['sessions', 'notMe']}>
      <PageHeading title={say('title')} />
      {suspect ? (
        <SuspectSession suspect={suspect} live={live} others={sessions.filter(({ current }) => !current).length} />
      ) : (
        <NobodyGotIn event={event} />
      )}
      <p className="mt-8">
        <TextLink href="/account/activity">{say('back')}</TextLink>
      </p>
    </Words>
  )
}

/** The entry that is asked about, or the last one of the session that is asked about. */
async function eventOf({ event, session }: Asked): Promise<ShownEvent | undefined> {
  const seq = numberIn(event)
  if (seq !== undefined) return ownEvent({ seq })
  if (typeof session !== 'string') return undefined
  return (await ownActivity({ session, limit: 1 })).events[0]
}
