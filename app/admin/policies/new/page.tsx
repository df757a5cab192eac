import type { Metadata } from 'next'
import { adminPage } from '#app/admin/_shell/admin-page.tsx'
import { PolicyForm } from '#app/admin/policies/policy-form.tsx'
import { PageHeading } from '#app/_ui/layout/page-heading.tsx'
import { adminPermissions } from '#app/_web/admin.ts'
import { Words, words } from '#app/_web/words.tsx'

export async function generateMetadata(): Promise<Metadata> {
  await adminPermissions()
  return { title: (await words('adminPolicies'))('make.title') }
}

/** Makes a policy. */
export default adminPage('change:access', async () => {
  const say = await words('adminPolicies')
  return (
    <Words of={['adminAccess', 'adminPolicies']}>
      <PageHeading title={say('make.title')}>{say('about')}</PageHeading>
      <PolicyForm />
    </Words>
  )
})
