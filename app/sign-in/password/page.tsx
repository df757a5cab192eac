import type { Metadata } from 'next'
import { TextLink } from '#app/_ui/controls/text-link.tsx'
import { INDEXED } from '#app/_web/robots.ts'
import { nextOrGone } from '#app/_web/actor.ts'
import { PublicPage } from '#app/_web/public-page.tsx'
import { Words, words } from '#app/_web/words.tsx'
import { PasswordSignIn } from '#app/sign-in/password/password-sign-in.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words('signIn'))('byPassword.title'), robots: INDEXED }
}

type Props = { searchParams: Promise<{ next?: string | string[] }> }

/** Signing in with the fallback some people set: a password, and always a code after it. */
export default async function PasswordPage({ searchParams }: Props) {
  const wanted = (await searchParams).next
  const say = await words('signIn')
  const next = await nextOrGone(wanted)
  const carried = typeof wanted === 'string' ? `?next=${encodeURIComponent(next)}` : ''
  return (
    <PublicPage
      below={say.rich('byPassword.havePasskey', {
        link: (text) => <TextLink href={`/sign-in${carried}`}>{text}</TextLink>,
      })}
    >
      <Words of={['signIn', 'confirmation']}>
        <PasswordSignIn next={next} />
      </Words>
    </PublicPage>
  )
}
