import type { Metadata } from 'next'
import { AccessTabs } from '#app/admin/_access/access-tabs.tsx'
import { LinkedRow } from '#app/admin/_access/linked-row.tsx'
import { adminPage } from '#app/admin/_shell/admin-page.tsx'
import { MakeGroup } from '#app/admin/groups/group-form.tsx'
import { PageHeading } from '#app/_ui/layout/page-heading.tsx'
import { EmptyState } from '#app/_ui/lists/empty-state.tsx'
import { Rows } from '#app/_ui/lists/rows.tsx'
import { Users } from '#app/_ui/marks/icons.ts'
import { adminPermissions } from '#app/_web/admin.ts'
import { readGroups } from '#app/_web/admin-access.ts'
import { mayDo } from '#app/_web/admin-sign-up.ts'
import { Words, words } from '#app/_web/words.tsx'

export async function generateMetadata(): Promise<Metadata> {
  await adminPermissions()
  return { title: (await words('adminGroups'))('title') }
}

/** Members are counted up to this number. */
const MANY = 1_000

/** Every group, and how to make one. */
export default adminPage('read:access', async (admin) => {
  const [say, { groups }] = await Promise.all([words('adminGroups'), readGroups(admin)])
  return (
    <Words of={['adminAccess', 'adminGroups']}>
      <PageHeading
        title={say('title')}
        action={mayDo(admin, 'change:access') && <MakeGroup taken={groups.map(({ key }) => key)} />}
      >
        {say('about')}
      </PageHeading>
      <AccessTabs here="groups" />
      {groups.length === 0 ? (
        <EmptyState icon={Users} title={say('none')}>
          {say('noneHow')}
        </EmptyState>
      ) : (
        <Rows label={say('title')}>
          {groups.map(({ key, name, domains, members }) => (
            <LinkedRow key={key} href={`/admin/groups/${key}`} title={name}>
              <span className="block">{members >= MANY ? say('countMany') : say('count', { count: members })}</span>
              {domains.length > 0 && <span className="block">{say('domains', { domains: domains.join(', ') })}</span>}
            </LinkedRow>
          ))}
        </Rows>
      )}
    </Words>
  )
})
