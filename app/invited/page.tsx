import type { Metadata } from 'next'
import { nextOrGone } from '#app/_web/actor.ts'
import { Agreement } from '#app/_web/agreement.tsx'
import { keepsLetters, product } from '#app/_web/product.ts'
import { PublicPage } from '#app/_web/public-page.tsx'
import { signUpMode } from '#app/_web/sign-up.ts'
import { Words, words } from '#app/_web/words.tsx'
import { Invited } from '#app/invited/invited.tsx'
import { NoSignUp } from '#app/sign-up/no-sign-up.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words('invited'))('title') }
}

/** Making an account with an invitation. Its token is behind the # of the address, which no server sees. */
export default async function InvitedPage() {
  const next = await nextOrGone(undefined)
  const mode = await signUpMode()
  return (
    <PublicPage>
      {mode === 'closed' ? (
        <NoSignUp why="closed" signIn="/sign-in" />
      ) : (
        <Words of={['signUp', 'invited', 'confirmation', 'codes']}>
          <Invited product={product().name} next={next} keepsLetters={keepsLetters()} agreement={<Agreement />} />
        </Words>
      )}
    </PublicPage>
  )
}
