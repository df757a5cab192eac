import type { Metadata } from 'next'
import { ButtonLink } from '#app/_ui/controls/button-link.tsx'
import { requireEnded } from '#app/_web/actor.ts'
import { PublicPage } from '#app/_web/public-page.tsx'
import { words } from '#app/_web/words.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words('places'))('goodbye.title') }
}

/** What a person sees who has just asked for their account to be deleted. Nobody else is told that. */
export default async function GoodbyePage() {
  await requireEnded('account')
  const say = await words('places')
  return (
    <PublicPage>
      <h1 className="text-2xl">{say('goodbye.title')}</h1>
      <p className="mt-2 text-soft">{say('goodbye.intro')}</p>
      <p className="mt-3 text-soft">{say('goodbye.undo')}</p>
      <ButtonLink look="primary" href="/" className="mt-6 w-full">
        {say('home')}
      </ButtonLink>
      <ButtonLink href="/sign-in" className="mt-2 w-full">
        {say('goodbye.keep')}
      </ButtonLink>
    </PublicPage>
  )
}
