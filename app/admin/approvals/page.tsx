import type { Metadata } from 'next'
import { adminPage } from '#app/admin/_shell/admin-page.tsx'
import { WaitingRow } from '#app/admin/approvals/waiting-row.tsx'
import { ButtonLink } from '#app/_ui/controls/button-link.tsx'
import { PageHeading } from '#app/_ui/layout/page-heading.tsx'
import { EmptyState } from '#app/_ui/lists/empty-state.tsx'
import { Rows } from '#app/_ui/lists/rows.tsx'
import { UserPlus } from '#app/_ui/marks/icons.ts'
import { adminPermissions } from '#app/_web/admin.ts'
import { adminWaiting } from '#app/_web/admin-sign-up.ts'
import { Words, words } from '#app/_web/words.tsx'

export async function generateMetadata(): Promise<Metadata> {
  await adminPermissions()
  return { title: (await words('adminSignUp'))('approvals.title') }
}

type Props = { searchParams: Promise<{ after?: string | string[] }> }

/** People who wait for approval. */
export default adminPage<Props>('approve:people', async (admin, { searchParams }) => {
  const { after } = await searchParams
  const [say, { people, next }] = await Promise.all([
    words('adminSignUp'),
    adminWaiting(admin, typeof after === 'string' ? after : undefined),
  ])
  return (
    <Words of={['adminSignUp']}>
      <PageHeading title={say('approvals.title')}>{say('approvals.about')}</PageHeading>
      {people.length === 0 ? (
        <EmptyState icon={UserPlus} title={say('approvals.none')}>
          {say('approvals.noneHow')}
        </EmptyState>
      ) : (
        <Rows label={say('approvals.title')}>
          {people.map((person) => (
            <WaitingRow key={person.id} person={person} />
          ))}
        </Rows>
      )}
      {next !== undefined && (
        <ButtonLink href={`/admin/approvals?after=${next}`} className="mt-5">
          {say('next')}
        </ButtonLink>
      )}
    </Words>
  )
})
