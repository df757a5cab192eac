'use client'

import { useState } from 'react'
import { Banner } from '#app/_ui/banner.tsx'
import { Button } from '#app/_ui/button.tsx'
import { useBrowserFact } from '#app/_ui/use-browser-fact.ts'
import type { ShownPasskey } from '#app/_web/passkeys.ts'

const KEY = 'latchkey.second-passkey-hint'

/** Says what one passkey alone means, until the person says that they know. */
export function SecondPasskeyHint({ passkey }: { passkey: ShownPasskey }) {
  const dismissedBefore = useBrowserFact(() => remembered() === passkey.id, true)
  const [dismissed, setDismissed] = useState(false)
  if (dismissed || dismissedBefore) return null

  function dismiss() {
    setDismissed(true)
    try {
      localStorage.setItem(KEY, passkey.id)
    } catch {
      // Without storage the hint comes back: no harm done.
    }
  }

  return (
    <div className="mb-6">
      <Banner
        tone={passkey.backupEligible ? 'plain' : 'warn'}
        title="This is your only passkey"
        actions={
          <Button size="small" onClick={dismiss}>
            I know
          </Button>
        }
      >
        {passkey.backupEligible
          ? 'It is safe with your password manager. A second one somewhere else, like a security key, helps if you ever lose that account.'
          : 'It lives on one device and is gone when that device is. Make a second one on a phone, another computer or a security key.'}
      </Banner>
    </div>
  )
}

function remembered(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}
