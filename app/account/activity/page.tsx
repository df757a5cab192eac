import type { Metadata } from 'next'
import { EventRow } from '#app/account/activity/event-row.tsx'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { History } from '#app/_ui/icons.ts'
import { PageHeading } from '#app/_ui/page-heading.tsx'
import { Rows } from '#app/_ui/rows.tsx'
import { ownActivity } from '#app/_web/activity.ts'

export const metadata: Metadata = { title: 'Activity' }

const PER_PAGE = 50

type Props = { searchParams: Promise<{ before?: string | string[] }> }

/** Everything that touched the account’s safety, newest first. */
export default async function ActivityPage({ searchParams }: Props) {
  const before = numberIn((await searchParams).before)
  const { events, next } = await ownActivity('/account/activity', { before, limit: PER_PAGE })
  return (
    <>
      <PageHeading title="Activity">
        Everything that touched your account’s safety. Each line is sealed over the one before it: a change shows when you check your download.
      </PageHeading>
      {events.length > 0 ? (
        <Rows label="Activity, newest first">
          {events.map((event) => (
            <EventRow key={event.seq} event={event} />
          ))}
        </Rows>
      ) : (
        <EmptyState icon={History} title="Nothing here">
          There is nothing older than this.
        </EmptyState>
      )}
      <div className="mt-5 flex flex-wrap gap-3">
        {before !== undefined && <ButtonLink href="/account/activity">Newest</ButtonLink>}
        {next !== undefined && <ButtonLink href={`/account/activity?before=${next}`}>Older</ButtonLink>}
      </div>
    </>
  )
}

function numberIn(text: unknown): number | undefined {
  return typeof text === 'string' && /^\d{1,15}$/.test(text) ? Number(text) : undefined
}
