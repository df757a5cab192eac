import type { Metadata } from 'next'
import { words } from '#app/_web/words.tsx'
import { EventRow } from '#app/account/activity/event-row.tsx'
import { ButtonLink } from '#app/_ui/controls/button-link.tsx'
import { EmptyState } from '#app/_ui/lists/empty-state.tsx'
import { History } from '#app/_ui/marks/icons.ts'
import { PageHeading } from '#app/_ui/layout/page-heading.tsx'
import { Rows } from '#app/_ui/lists/rows.tsx'
import { ownActivity } from '#app/_web/own.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words('activity'))('title') }
}

const PER_PAGE = 50

type Props = { searchParams: Promise<{ before?: string | string[] }> }

/** Everything that touched the account’s safety, newest first. */
export default async function ActivityPage({ searchParams }: Props) {
  const say = await words('activity')
  const before = numberIn((await searchParams).before)
  const { events, next } = await ownActivity({ before, limit: PER_PAGE })
  return (
    <>
      <PageHeading title={say('title')}>{say('intro')}</PageHeading>
      {events.length > 0 ? (
        <Rows label={say('list')}>
          {events.map((event) => (
            <EventRow key={event.seq} event={event} />
          ))}
        </Rows>
      ) : (
        <EmptyState icon={History} title={say('empty')}>
          {say('emptyHint')}
        </EmptyState>
      )}
      <div className="mt-5 flex flex-wrap gap-3">
        {before !== undefined && <ButtonLink href="/account/activity">{say('newest')}</ButtonLink>}
        {next !== undefined && <ButtonLink href={`/account/activity?before=${next}`}>{say('older')}</ButtonLink>}
      </div>
    </>
  )
}

function numberIn(text: unknown): number | undefined {
  return typeof text === 'string' && /^\d{1,15}$/.test(text) ? Number(text) : undefined
}
