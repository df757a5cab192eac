import type { Metadata } from 'next'
import { ButtonLink } from '#app/_ui/controls/button-link.tsx'
import { PublicPage } from '#app/_web/public-page.tsx'
import { words } from '#app/_web/words.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words('links'))('undo.page') }
}

/** What is left in the address bar after the letter's token was taken out of it, for whoever reloads it. */
export default async function UndoWithoutToken() {
  const say = await words('links')
  return (
    <PublicPage>
      <h1 className="text-2xl">{say('openAgain')}</h1>
      <p className="mt-2 text-soft">{say('undo.noToken')}</p>
      <ButtonLink look="primary" href="/sign-in?next=/account" className="mt-6 w-full">
        {say('signIn')}
      </ButtonLink>
    </PublicPage>
  )
}
