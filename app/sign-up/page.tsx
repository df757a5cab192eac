import type { Metadata } from 'next'
import { INDEXED } from '#app/_web/robots.ts'
import { nextOrGone } from '#app/_web/actor.ts'
import { Agreement } from '#app/_web/agreement.tsx'
import { PublicPage } from '#app/_web/public-page.tsx'
import { keepsLetters } from '#app/_web/product.ts'
import { Words, words } from '#app/_web/words.tsx'
import { signUpMode } from '#app/_web/sign-up.ts'
import { NoSignUp } from '#app/sign-up/no-sign-up.tsx'
import { SignUpFlow } from '#app/sign-up/sign-up-flow.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words('signUp'))('title'), robots: INDEXED }
}

type Props = { searchParams: Promise<{ next?: string | string[] }> }

/** Making an account: address, code, passkey; or why nobody can, or only with an invitation. */
export default async function SignUpPage({ searchParams }: Props) {
  const wanted = (await searchParams).next
  const next = await nextOrGone(wanted)
  const carried = typeof wanted === 'string' ? `?next=${encodeURIComponent(next)}` : ''
  const signIn = `/sign-in${carried}`
  const mode = await signUpMode()
  return (
    <PublicPage>
      {mode === 'closed' || mode === 'invitation' ? (
        <NoSignUp why={mode} signIn={signIn} />
      ) : (
        <Words of={['signUp', 'confirmation', 'codes']}>
          <SignUpFlow next={next} signIn={signIn} mode={mode} keepsLetters={keepsLetters()} agreement={<Agreement />} />
        </Words>
      )}
    </PublicPage>
  )
}
