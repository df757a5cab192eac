import type { Metadata } from 'next'
import { adminPage } from '#app/admin/_shell/admin-page.tsx'
import { PeopleSearch } from '#app/admin/people/people-search.tsx'
import { PersonRows } from '#app/admin/people/person-rows.tsx'
import { ButtonLink } from '#app/_ui/controls/button-link.tsx'
import { PageHeading } from '#app/_ui/layout/page-heading.tsx'
import { adminPermissions, readPeople } from '#app/_web/admin.ts'
import { Words, words } from '#app/_web/words.tsx'

export async function generateMetadata(): Promise<Metadata> {
  await adminPermissions()
  return { title: (await words('adminPeople'))('title') }
}

type Props = { searchParams: Promise<{ before?: string | string[] }> }

/** Everybody who has an account, fifty at a time, and a search. */
export default adminPage('read:people', async (admin, { searchParams }: Props) => {
  const { before } = await searchParams
  const [say, { people, next }] = await Promise.all([
    words('adminPeople'),
    readPeople(admin, { before: typeof before === 'string' ? before : undefined }),
  ])
  return (
    <Words of={['adminPeople']}>
      <PageHeading title={say('title')}>{say('about')}</PageHeading>
      <PeopleSearch>
        <PersonRows people={people} />
        <div className="mt-5 flex flex-wrap gap-3 empty:hidden">
          {before !== undefined && <ButtonLink href="/admin/people">{say('newest')}</ButtonLink>}
          {next !== undefined && <ButtonLink href={`/admin/people?before=${next}`}>{say('older')}</ButtonLink>}
        </div>
      </PeopleSearch>
    </Words>
  )
})
