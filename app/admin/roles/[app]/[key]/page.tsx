import type { Metadata } from 'next'
import { adminPage } from '#app/admin/_shell/admin-page.tsx'
import { HolderGroups } from '#app/admin/roles/[app]/[key]/holder-groups.tsx'
import { HolderPeople } from '#app/admin/roles/[app]/[key]/holder-people.tsx'
import { RemoveRole } from '#app/admin/roles/[app]/[key]/remove-role.tsx'
import { RoleFacts } from '#app/admin/roles/role-facts.tsx'
import { RoleForm } from '#app/admin/roles/role-form.tsx'
import { PageHeading } from '#app/_ui/layout/page-heading.tsx'
import { adminPermissions } from '#app/_web/admin.ts'
import { readGroups, readOneAppRole } from '#app/_web/admin-access.ts'
import { mayDo } from '#app/_web/admin-sign-up.ts'
import { Words, words } from '#app/_web/words.tsx'

export async function generateMetadata(): Promise<Metadata> {
  await adminPermissions()
  return { title: (await words('adminAppRoles'))('title') }
}

type Props = {
  params: Promise<{ app: string; key: string }>
  searchParams: Promise<{ after?: string | string[] }>
}

/** One role of an app: what it permits, and who has it. */
export default adminPage('read:access', async (admin, { params, searchParams }: Props) => {
  const [{ app, key }, { after }] = await Promise.all([params, searchParams])
  const [shown, { groups }] = await Promise.all([
    readOneAppRole(admin, { app, key, after: typeof after === 'string' ? after : undefined }),
    readGroups(admin),
  ])
  const { role } = shown
  const mayChange = mayDo(admin, 'change:access')
  return (
    <Words of={['adminAccess', 'adminAppRoles', 'adminPerson']}>
      <PageHeading title={role.name} action={mayChange && <RoleForm role={role} />}>
        <code className="block font-mono text-sm [overflow-wrap:anywhere]">{`${app}/${key}`}</code>
        <RoleFacts role={role} />
      </PageHeading>
      <div className="space-y-9">
        <HolderGroups shown={shown} all={groups} mayChange={mayChange} />
        <HolderPeople shown={shown} mayChange={mayChange} own={admin.userId} />
        {mayChange && <RemoveRole shown={shown} />}
      </div>
    </Words>
  )
})
