import type { Metadata } from 'next'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { Door } from '#app/_ui/door.tsx'
import { productName } from '#app/_web/product.ts'

export const metadata: Metadata = { title: 'Page not found' }

/** What an address that leads nowhere shows. */
export default function NotFound() {
  return (
    <Door name={productName()}>
      <p className="text-sm font-medium text-soft">404</p>
      <h1 className="mt-1 text-2xl">This door leads nowhere</h1>
      <p className="mt-2 text-soft">There is no page at this address. It may have been mistyped, or the page has moved.</p>
      <ButtonLink look="primary" href="/" className="mt-6 w-full">
        Go to the start
      </ButtonLink>
    </Door>
  )
}
