import type { Metadata } from 'next'
import { adminPage } from '#app/admin/_shell/admin-page.tsx'
import { Invite } from '#app/admin/invitations/invite.tsx'
import { InvitationRow } from '#app/admin/invitations/invitation-row.tsx'
import { ButtonLink } from '#app/_ui/controls/button-link.tsx'
import { PageHeading } from '#app/_ui/layout/page-heading.tsx'
import { EmptyState } from '#app/_ui/lists/empty-state.tsx'
import { Rows } from '#app/_ui/lists/rows.tsx'
import { Mail } from '#app/_ui/marks/icons.ts'
import { adminPermissions } from '#app/_web/admin.ts'
import { adminInvitations, mayDo } from '#app/_web/admin-sign-up.ts'
import { Words, words } from '#app/_web/words.tsx'

export async function generateMetadata(): Promise<Metadata> {
  await adminPermissions()
  return { title: (await words('adminSignUp'))('invitations.title') }
}

type Props = { searchParams: Promise<{ before?: string | string[] }> }

/** Invitations, and how to make one. */
export default adminPage<Props>('read:invitations', async (admin, { searchParams }) => {
  const { before } = await searchParams
  const [say, { invitations, next }] = await Promise.all([
    words('adminSignUp'),
    adminInvitations(admin, typeof before === 'string' ? before : undefined),
  ])
  const mayInvite = mayDo(admin, 'invite:people')
  return (
    <Words of={['adminSignUp']}>
      <PageHeading title={say('invitations.title')} action={mayInvite && <Invite />}>
        {say('invitations.about')}
      </PageHeading>
      {invitations.length === 0 ? (
        <EmptyState icon={Mail} title={say('invitations.none')}>
          {say('invitations.noneHow')}
        </EmptyState>
      ) : (
        <Rows label={say('invitations.title')}>
          {invitations.map((invitation) => (
            <InvitationRow key={invitation.id} invitation={invitation} mayRevoke={mayInvite} />
          ))}
        </Rows>
      )}
      {next !== undefined && (
        <ButtonLink href={`/admin/invitations?before=${next}`} className="mt-5">
          {say('next')}
        </ButtonLink>
      )}
    </Words>
  )
})
