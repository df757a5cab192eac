import type { Metadata } from 'next'
import { ButtonLink } from '#app/_ui/controls/button-link.tsx'
import { Moment } from '#app/_ui/marks/moment.tsx'
import { requireEnded } from '#app/_web/actor.ts'
import { PublicPage } from '#app/_web/public-page.tsx'
import { words } from '#app/_web/words.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words('places'))('signedOut.title') }
}

/** What a person sees who has just signed out. Nobody else is told that. */
export default async function SignedOutPage() {
  await requireEnded('session')
  const say = await words('places')
  return (
    <PublicPage>
      <Moment kind="out" />
      <h1 className="text-2xl">{say('signedOut.title')}</h1>
      <p className="mt-2 text-soft">{say('signedOut.intro')}</p>
      <p className="mt-3 text-soft">{say('signedOut.others')}</p>
      <ButtonLink look="primary" href="/sign-in" className="mt-6 w-full">
        {say('signedOut.again')}
      </ButtonLink>
      <ButtonLink look="quiet" href="/" className="mt-2 w-full">
        {say('home')}
      </ButtonLink>
    </PublicPage>
  )
}
