import type { Metadata } from 'next'
import { words, Words } from '#app/_web/words.tsx'
import { Days } from '#app/account/activity/days.tsx'
import { EventRow } from '#app/account/activity/event-row.tsx'
import { ActivityFilter, type Filter, FILTERS } from '#app/account/activity/filter.tsx'
import { numberIn } from '#app/_ui/browser/number-in.ts'
import { ButtonLink } from '#app/_ui/controls/button-link.tsx'
import { EmptyState } from '#app/_ui/lists/empty-state.tsx'
import { History } from '#app/_ui/marks/icons.ts'
import { PageHeading } from '#app/_ui/layout/page-heading.tsx'
import { ownActivity } from '#app/_web/own.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words('activity'))('title') }
}

const PER_PAGE = 50

type Asked = string | string[] | undefined
type Props = { searchParams: Promise<{ before?: Asked; about?: Asked }> }

/** Everything that touched the account’s safety, newest first, by days. */
export default async function ActivityPage({ searchParams }: Props) {
  const say = await words('activity')
  const asked = await searchParams
  const before = numberIn(asked.before)
  const about = FILTERS.find((filter) => filter === asked.about)
  const { events, next } = await ownActivity({ before, about, limit: PER_PAGE })
  return (
    <Words of={['activity']}>
      <PageHeading title={say('title')}>{say('intro')}</PageHeading>
      <ActivityFilter chosen={about} />
      {events.length > 0 ? (
        <Days items={events.map((event) => ({ ...event, row: <EventRow key={event.seq} event={event} /> }))} />
      ) : (
        <EmptyState icon={History} title={say(next === undefined ? 'empty' : 'emptySoFar')}>
          {say(next === undefined ? (about ? 'emptyFilter' : 'emptyHint') : 'emptySoFarHint')}
        </EmptyState>
      )}
      <div className="mt-5 flex flex-wrap gap-3">
        {before !== undefined && <ButtonLink href={linkTo({ about })}>{say('newest')}</ButtonLink>}
        {next !== undefined && <ButtonLink href={linkTo({ about, before: next })}>{say('older')}</ButtonLink>}
      </div>
    </Words>
  )
}

function linkTo({ about, before }: { about: Filter | undefined; before?: number }): string {
  const query = new URLSearchParams({
    ...(about && { about }),
    ...(before !== undefined && { before: String(before) }),
  })
  return query.size > 0 ? `/account/activity?${query}` : '/account/activity'
}
