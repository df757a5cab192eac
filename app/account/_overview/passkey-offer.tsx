'use client'

import { type ReactNode, useState } from 'react'
import { endPasskeyOffer, isPasskeyOfferOver } from '#app/_ui/browser/sign-in-memory.ts'
import { useBrowserFact } from '#app/_ui/browser/use-browser-fact.ts'
import { ButtonLink } from '#app/_ui/controls/button-link.tsx'
import { Button } from '#app/_ui/controls/button.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { Fingerprint } from '#app/_ui/marks/icons.ts'
import { knowsPasskeys } from '#app/_ui/passkeys/passkey-ceremony.ts'

/**
 * Offers a passkey to somebody who signed in with a password, until there is one in this browser or they want none. It takes the
 * place of `children`, the other advice, so that there is one thing to do at a time.
 */
export function PasskeyOffer({ children }: { children: ReactNode }) {
  const say = useWords('account')
  const open = useBrowserFact(() => knowsPasskeys() && !isPasskeyOfferOver(), false)
  const [dismissed, setDismissed] = useState(false)
  if (!open || dismissed) return children

  function dismiss() {
    setDismissed(true)
    endPasskeyOffer()
  }

  return (
    <section
      aria-labelledby="passkey-offer"
      className="mb-9 flex flex-wrap items-center gap-x-5 gap-y-4 rounded-lg border border-accent/20 bg-accent-tint p-5"
    >
      <Fingerprint aria-hidden="true" className="size-7 shrink-0 text-link" strokeWidth={1.6} />
      <div className="min-w-0 flex-1 basis-64">
        <h2 id="passkey-offer" className="text-base tracking-normal">
          {say('offer.title')}
        </h2>
        <p className="text-sm text-ink/80">{say('offer.text')}</p>
      </div>
      <div className="flex flex-wrap gap-2">
        <ButtonLink look="primary" size="small" href="/account/passkeys">
          {say('offer.create')}
        </ButtonLink>
        <Button look="quiet" size="small" onClick={dismiss}>
          {say('offer.notNow')}
        </Button>
      </div>
    </section>
  )
}
