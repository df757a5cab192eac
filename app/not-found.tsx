import type { Metadata } from 'next'
import { ButtonLink } from '#app/_ui/controls/button-link.tsx'
import { PublicPage } from '#app/_web/public-page.tsx'
import { words } from '#app/_web/words.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words('places'))('notFound.page') }
}

/** What an address that leads nowhere shows. */
export default async function NotFound() {
  const say = await words('places')
  return (
    <PublicPage>
      <p className="text-sm font-medium text-soft">404</p>
      <h1 className="mt-1 text-2xl">{say('notFound.title')}</h1>
      <p className="mt-2 text-soft">{say('notFound.intro')}</p>
      <ButtonLink look="primary" href="/" className="mt-6 w-full">
        {say('home')}
      </ButtonLink>
    </PublicPage>
  )
}
