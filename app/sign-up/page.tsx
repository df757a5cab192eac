import type { Metadata } from 'next'
import { INDEXED } from '#app/_web/robots.ts'
import { nextOrGone } from '#app/_web/actor.ts'
import { Agreement } from '#app/_web/agreement.tsx'
import { PublicPage } from '#app/_web/public-page.tsx'
import { keepsLetters } from '#app/_web/product.ts'
import { Words, words } from '#app/_web/words.tsx'
import { SignUpFlow } from '#app/sign-up/sign-up-flow.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words('signUp'))('title'), robots: INDEXED }
}

type Props = { searchParams: Promise<{ next?: string | string[] }> }

/** Making an account: address, code, passkey. */
export default async function SignUpPage({ searchParams }: Props) {
  const wanted = (await searchParams).next
  const next = await nextOrGone(wanted)
  const carried = typeof wanted === 'string' ? `?next=${encodeURIComponent(next)}` : ''
  return (
    <PublicPage>
      <Words of={['signUp', 'confirmation', 'codes']}>
        <SignUpFlow next={next} signIn={`/sign-in${carried}`} keepsLetters={keepsLetters()} agreement={<Agreement />} />
      </Words>
    </PublicPage>
  )
}
