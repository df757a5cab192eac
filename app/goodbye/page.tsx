import type { Metadata } from 'next'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { Door } from '#app/_ui/door.tsx'
import { nextOrGone } from '#app/_web/actor.ts'
import { productName } from '#app/_web/product.ts'

export const metadata: Metadata = { title: 'Goodbye' }

/** What a person sees who has just asked for their account to be deleted. */
export default async function GoodbyePage() {
  await nextOrGone(undefined)
  return (
    <Door name={productName()}>
      <h1 className="text-2xl">Goodbye</h1>
      <p className="mt-2 text-soft">You are signed out everywhere. Your account and everything in it will be deleted in seven days.</p>
      <p className="mt-3 text-soft">Changed your mind, or this was not you? Sign in within these seven days and the account stays as it was.</p>
      <ButtonLink look="primary" href="/" className="mt-6 w-full">
        Go to the start
      </ButtonLink>
      <ButtonLink href="/sign-in" className="mt-2 w-full">
        Sign in and keep the account
      </ButtonLink>
    </Door>
  )
}
