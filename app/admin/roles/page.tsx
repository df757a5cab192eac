import type { Metadata } from 'next'
import { AccessTabs } from '#app/admin/_access/access-tabs.tsx'
import { ByApp } from '#app/admin/_access/by-app.tsx'
import { LinkedRow } from '#app/admin/_access/linked-row.tsx'
import { adminPage } from '#app/admin/_shell/admin-page.tsx'
import { RoleFacts } from '#app/admin/roles/role-facts.tsx'
import { RoleForm } from '#app/admin/roles/role-form.tsx'
import { PageHeading } from '#app/_ui/layout/page-heading.tsx'
import { EmptyState } from '#app/_ui/lists/empty-state.tsx'
import { ShieldCheck } from '#app/_ui/marks/icons.ts'
import { adminPermissions } from '#app/_web/admin.ts'
import { readAppRoles } from '#app/_web/admin-access.ts'
import { mayDo } from '#app/_web/admin-sign-up.ts'
import { Words, words } from '#app/_web/words.tsx'

export async function generateMetadata(): Promise<Metadata> {
  await adminPermissions()
  return { title: (await words('adminAppRoles'))('title') }
}

/** The roles of every app, and how to make one. */
export default adminPage('read:access', async (admin) => {
  const [say, { roles }] = await Promise.all([words('adminAppRoles'), readAppRoles(admin)])
  return (
    <Words of={['adminAccess', 'adminAppRoles']}>
      <PageHeading
        title={say('title')}
        action={mayDo(admin, 'change:access') && <RoleForm taken={roles.map(({ app, key }) => `${app}/${key}`)} />}
      >
        {say('about')}
      </PageHeading>
      <AccessTabs here="roles" />
      {roles.length === 0 ? (
        <EmptyState icon={ShieldCheck} title={say('none')}>
          {say('noneHow')}
        </EmptyState>
      ) : (
        <ByApp
          items={roles}
          row={(role) => (
            <LinkedRow key={role.key} href={`/admin/roles/${role.app}/${role.key}`} title={role.name}>
              <RoleFacts role={role} />
            </LinkedRow>
          )}
        />
      )}
    </Words>
  )
})
