import type { Metadata } from 'next'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { Door } from '#app/_ui/door.tsx'
import { productName } from '#app/_web/product.ts'

export const metadata: Metadata = { title: 'Stop a recovery', robots: { index: false, follow: false } }

/** What is left in the address bar after the letter's token was taken out of it, for whoever reloads it. */
export default function CancelWithoutToken() {
  return (
    <Door name={productName()}>
      <h1 className="text-2xl">Open the letter’s link again</h1>
      <p className="mt-2 text-soft">For your safety its secret part is not kept in the address bar. The link in the letter still works. Signed in, you can also stop a recovery with one press.</p>
      <ButtonLink look="primary" href="/sign-in?next=/account" className="mt-6 w-full">
        Sign in
      </ButtonLink>
    </Door>
  )
}
