import type { Metadata } from 'next'
import { adminPage } from '#app/admin/_shell/admin-page.tsx'
import { PageHeading } from '#app/_ui/layout/page-heading.tsx'
import { adminPermissions } from '#app/_web/admin.ts'
import { words } from '#app/_web/words.tsx'

export async function generateMetadata(): Promise<Metadata> {
  await adminPermissions()
  return { title: (await words('admin'))('title') }
}

/** Administration at a glance. */
export default adminPage('read:people', async () => {
  const say = await words('admin')
  return <PageHeading title={say('pages.overview')} />
})
