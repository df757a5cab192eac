import type { Metadata } from 'next'
import { ButtonLink } from '#app/_ui/controls/button-link.tsx'
import { PageHeading } from '#app/_ui/layout/page-heading.tsx'
import { words } from '#app/_web/words.tsx'

/** The title of a page that does not exist, which is what people without a role get. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words('places'))('notFound.page') }
}

/** What a page of administration shows about something that is not there. */
export default async function AdminNotFound() {
  const say = await words('admin')
  return (
    <PageHeading title={say('gone.title')} action={<ButtonLink href="/admin">{say('gone.back')}</ButtonLink>}>
      {say('gone.what')}
    </PageHeading>
  )
}
