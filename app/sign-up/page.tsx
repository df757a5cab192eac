import type { Metadata } from 'next'
import { FINDABLE } from '#app/_web/findable.ts'
import { nextOrGone } from '#app/_web/actor.ts'
import { Agreement } from '#app/_web/agreement.tsx'
import { FrontDoor } from '#app/_web/front-door.tsx'
import { keepsLetters } from '#app/_web/product.ts'
import { Words, words } from '#app/_web/words.tsx'
import { SignUpFlow } from '#app/sign-up/sign-up-flow.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words('signUp'))('title'), robots: FINDABLE }
}

type Props = { searchParams: Promise<{ next?: string | string[] }> }

/** Making an account: address, code, passkey. */
export default async function SignUpPage({ searchParams }: Props) {
  const wanted = (await searchParams).next
  const next = await nextOrGone(wanted)
  const carried = typeof wanted === 'string' ? `?next=${encodeURIComponent(next)}` : ''
  return (
    <FrontDoor>
      <Words of={['signUp', 'confirmation', 'codes']}>
        <SignUpFlow next={next} signIn={`/sign-in${carried}`} keepsLetters={keepsLetters()} agreement={<Agreement />} />
      </Words>
    </FrontDoor>
  )
}
