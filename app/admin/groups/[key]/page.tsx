import type { Metadata } from 'next'
import { Part } from '#app/admin/_access/part.tsx'
import { adminPage } from '#app/admin/_shell/admin-page.tsx'
import { ChangeGroup } from '#app/admin/groups/group-form.tsx'
import { GivenRoles } from '#app/admin/groups/[key]/given-roles.tsx'
import { Members } from '#app/admin/groups/[key]/members.tsx'
import { RemoveGroup } from '#app/admin/groups/[key]/remove-group.tsx'
import { PageHeading } from '#app/_ui/layout/page-heading.tsx'
import { adminPermissions } from '#app/_web/admin.ts'
import { readAppRoles, readOneGroup } from '#app/_web/admin-access.ts'
import { mayDo } from '#app/_web/admin-sign-up.ts'
import { Words, words } from '#app/_web/words.tsx'

export async function generateMetadata(): Promise<Metadata> {
  await adminPermissions()
  return { title: (await words('adminGroups'))('title') }
}

type Props = { params: Promise<{ key: string }>; searchParams: Promise<{ after?: string | string[] }> }

/** One group: who is in it, and what it gives. */
export default adminPage('read:access', async (admin, { params, searchParams }: Props) => {
  const [{ key }, { after }] = await Promise.all([params, searchParams])
  const [say, shown, { roles }] = await Promise.all([
    words('adminGroups'),
    readOneGroup(admin, { key, after: typeof after === 'string' ? after : undefined }),
    readAppRoles(admin),
  ])
  const { group } = shown
  const mayChange = mayDo(admin, 'change:access')
  return (
    <Words of={['adminAccess', 'adminGroups', 'adminPerson']}>
      <PageHeading title={group.name} action={mayChange && <ChangeGroup group={group} />}>
        <p>
          <code className="font-mono text-sm">{group.key}</code>
        </p>
        {group.domains.length > 0 && <p>{say('domains', { domains: group.domains.join(', ') })}</p>}
      </PageHeading>
      <div className="space-y-9">
        <Members shown={shown} mayChange={mayChange} own={admin.userId} />
        <Part title={say('roles')}>
          <GivenRoles shown={shown} roles={roles} mayChange={mayChange} />
        </Part>
        {mayChange && <RemoveGroup shown={shown} />}
      </div>
    </Words>
  )
})
