import type { Metadata } from 'next'
import { AccessTabs } from '#app/admin/_access/access-tabs.tsx'
import { ByApp } from '#app/admin/_access/by-app.tsx'
import { LinkedRow } from '#app/admin/_access/linked-row.tsx'
import { adminPage } from '#app/admin/_shell/admin-page.tsx'
import { ButtonLink } from '#app/_ui/controls/button-link.tsx'
import { PageHeading } from '#app/_ui/layout/page-heading.tsx'
import { Badge } from '#app/_ui/lists/badge.tsx'
import { EmptyState } from '#app/_ui/lists/empty-state.tsx'
import { Plus, ScrollText } from '#app/_ui/marks/icons.ts'
import { adminPermissions } from '#app/_web/admin.ts'
import { readPolicies } from '#app/_web/admin-access.ts'
import { mayDo } from '#app/_web/admin-sign-up.ts'
import { words } from '#app/_web/words.tsx'

export async function generateMetadata(): Promise<Metadata> {
  await adminPermissions()
  return { title: (await words('adminPolicies'))('title') }
}

/** The policies of every app, and the ways to make one and to try a decision. */
export default adminPage('read:access', async (admin) => {
  const [say, { policies }] = await Promise.all([words('adminPolicies'), readPolicies(admin)])
  return (
    <>
      <PageHeading title={say('title')}>{say('about')}</PageHeading>
      <AccessTabs here="policies" />
      <div className="mb-6 flex flex-wrap gap-3">
        {mayDo(admin, 'change:access') && (
          <ButtonLink look="primary" href="/admin/policies/new">
            <Plus aria-hidden="true" className="size-5" />
            {say('make.button')}
          </ButtonLink>
        )}
        <ButtonLink href="/admin/policies/try">{say('try.button')}</ButtonLink>
      </div>
      {policies.length === 0 ? (
        <EmptyState icon={ScrollText} title={say('none')}>
          {say('noneHow')}
        </EmptyState>
      ) : (
        <ByApp
          items={policies}
          row={({ app, id, effect, actions, resourceType, enabled, version }) => (
            <LinkedRow
              key={id}
              href={`/admin/policies/${app}/${id}`}
              title={id}
              badges={
                <>
                  <Badge tone={effect === 'permit' ? 'good' : 'warn'}>{say(`effects.${effect}`)}</Badge>
                  {!enabled && <Badge>{say('off')}</Badge>}
                </>
              }
            >
              <span className="block">
                {resourceType === undefined
                  ? actions.join(', ')
                  : say('ofType', { actions: actions.join(', '), type: resourceType })}
              </span>
              <span className="block">{say('version', { version })}</span>
            </LinkedRow>
          )}
        />
      )}
    </>
  )
})
