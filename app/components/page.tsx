import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Buttons } from '#app/components/buttons.tsx'
import { Fields } from '#app/components/fields.tsx'
import { Layers } from '#app/components/layers.tsx'
import { Lists } from '#app/components/lists.tsx'
import { Marks } from '#app/components/marks.tsx'
import { Messages } from '#app/components/messages.tsx'
import { Times } from '#app/components/times.tsx'
import { Confirmation } from '#app/_ui/confirmation/confirmation.tsx'
import { Toasts } from '#app/_ui/messages/toasts.tsx'
import { Wordmark } from '#app/_ui/marks/wordmark.tsx'
import { Footer } from '#app/_web/footer.tsx'
import { product } from '#app/_web/product.ts'
import { hasDevPages } from '#app/_web/dev-pages.ts'
import { Words } from '#app/_web/words.tsx'

export const metadata: Metadata = { title: 'Components' }

/** Every component in every state, for whoever builds or tests the pages. There is no such page in production. */
export default function ComponentsPage() {
  if (!hasDevPages()) notFound()
  return (
    <Words of={['recover', 'codes', 'confirmation', 'trouble']}>
      <Toasts>
        <Confirmation>
          <div className="mx-auto max-w-5xl px-4 pt-6 pb-6 sm:px-6 sm:pt-10">
            <header className="mb-9">
              <Wordmark {...product()} />
            </header>
            <main id="main" tabIndex={-1} className="outline-none">
              <h1 className="text-2xl">Components</h1>
              <p className="mt-1.5 mb-10 max-w-xl text-soft">
                Every component in every state, in the colours of this server. Switch your system between light and dark
                to see both.
              </p>
              <div className="space-y-14">
                <Marks {...product()} />
                <Buttons />
                <Fields />
                <Lists />
                <Messages />
                <Times />
                <Layers />
              </div>
            </main>
            <div className="mt-14">
              <Footer className="-ml-1.5" />
            </div>
          </div>
        </Confirmation>
      </Toasts>
    </Words>
  )
}
