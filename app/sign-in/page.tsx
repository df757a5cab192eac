import type { Metadata } from 'next'
import { TextLink } from '#app/_ui/controls/text-link.tsx'
import { INDEXED } from '#app/_web/robots.ts'
import { holdsSession, nextOrGone } from '#app/_web/actor.ts'
import { PublicPage } from '#app/_web/public-page.tsx'
import { Words, words } from '#app/_web/words.tsx'
import { SignInForm } from '#app/sign-in/sign-in-form.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words('signIn'))('title'), robots: INDEXED }
}

type Props = { searchParams: Promise<{ next?: string | string[] }> }

/** Signing in with a passkey, and the other ways. */
export default async function SignInPage({ searchParams }: Props) {
  const wanted = (await searchParams).next
  const say = await words('signIn')
  const next = await nextOrGone(wanted)
  const carried = typeof wanted === 'string' ? `?next=${encodeURIComponent(next)}` : ''
  const intro = (await holdsSession()) ? 'ended' : wanted === undefined ? 'welcome' : 'toGoOn'
  return (
    <PublicPage
      below={say.rich('newHere', { link: (text) => <TextLink href={`/sign-up${carried}`}>{text}</TextLink> })}
    >
      <h1 className="text-2xl">{say('title')}</h1>
      <p className="mt-1.5 mb-6 text-soft">{say(intro)}</p>
      <Words of={['signIn']}>
        <SignInForm next={next} password={`/sign-in/password${carried}`} />
      </Words>
    </PublicPage>
  )
}
