import type { Metadata } from 'next'
import { AccessTabs } from '#app/admin/_access/access-tabs.tsx'
import { adminPage } from '#app/admin/_shell/admin-page.tsx'
import { TryDecision } from '#app/admin/policies/try/try-decision.tsx'
import { PageHeading } from '#app/_ui/layout/page-heading.tsx'
import { adminPermissions } from '#app/_web/admin.ts'
import { Words, words } from '#app/_web/words.tsx'

export async function generateMetadata(): Promise<Metadata> {
  await adminPermissions()
  return { title: (await words('adminPolicies'))('try.title') }
}

/** What a program of an app would be answered about a person, and why. */
export default adminPage('read:access', async () => {
  const say = await words('adminPolicies')
  return (
    <Words of={['adminAccess', 'adminPolicies']}>
      <PageHeading title={say('try.title')}>{say('try.about')}</PageHeading>
      <AccessTabs here="policies" />
      <TryDecision />
    </Words>
  )
})
