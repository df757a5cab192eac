import type { Metadata } from 'next'
import { HowItWorks } from '#app/_home/how-it-works.tsx'
import { LockPlate } from '#app/_home/lock-plate.tsx'
import { SignInLink } from '#app/_home/sign-in-link.tsx'
import { Welcome } from '#app/_home/welcome.tsx'
import { WhatWeKeep } from '#app/_home/what-we-keep.tsx'
import { ButtonLink } from '#app/_ui/controls/button-link.tsx'
import { NoScript } from '#app/_ui/messages/no-script.tsx'
import { Wordmark } from '#app/_ui/marks/wordmark.tsx'
import { currentActor } from '#app/_web/actor.ts'
import { Footer } from '#app/_web/footer.tsx'
import { INDEXED } from '#app/_web/robots.ts'
import { product } from '#app/_web/product.ts'
import { words } from '#app/_web/words.tsx'

export const metadata: Metadata = { robots: INDEXED }

/** The start page: what this is, how it works, and the way in. */
export default async function HomePage() {
  const { name, mark } = product()
  const say = await words('home')
  const signedIn = (await currentActor()) !== undefined
  return (
    <div className="lit">
      <div className="mx-auto max-w-6xl px-5 sm:px-8">
        <header className="flex items-center justify-between gap-4 py-5">
          <Wordmark name={name} mark={mark} />
          {signedIn ? (
            <ButtonLink look="quiet" size="small" href="/account">
              {say('yourAccount')}
            </ButtonLink>
          ) : (
            <SignInLink look="quiet" size="small">
              {say('signIn')}
            </SignInLink>
          )}
        </header>
        <main id="main" tabIndex={-1} className="outline-none">
          <NoScript />
          <div className="grid items-center gap-10 py-12 sm:py-20 lg:grid-cols-[1.15fr_1fr] lg:py-24">
            <Welcome name={name} signedIn={signedIn} />
            <div className="hidden lg:block">
              <LockPlate mark={mark} />
            </div>
          </div>
          <HowItWorks />
          <WhatWeKeep />
          <p className="border-t border-line pt-8 text-sm text-soft">{say('footer')}</p>
        </main>
        <div className="pt-5 pb-8">
          <Footer className="-ml-1.5" />
        </div>
      </div>
    </div>
  )
}
