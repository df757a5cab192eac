import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { currentActor } from '#app/_web/actor.ts'
import { hasOwner } from '#app/_web/setup.ts'
import { PublicPage } from '#app/_web/public-page.tsx'
import { Words, words } from '#app/_web/words.tsx'
import { BecomeOwner } from '#app/setup/become-owner.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words('setup'))('title') }
}

/** Where the operator becomes the first owner. Once there is one, there is no such page. */
export default async function SetupPage() {
  if (await hasOwner()) notFound()
  const actor = await currentActor()
  return (
    <PublicPage>
      <Words of={['setup', 'confirmation']}>
        <BecomeOwner email={actor?.email} />
      </Words>
    </PublicPage>
  )
}
