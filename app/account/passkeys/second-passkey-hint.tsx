'use client'

import { useState } from 'react'
import { Banner } from '#app/_ui/messages/banner.tsx'
import { Button } from '#app/_ui/controls/button.tsx'
import { useBrowserFact } from '#app/_ui/browser/use-browser-fact.ts'
import { useWords } from '#app/_ui/language/words.tsx'
import type { ShownPasskey } from '#app/_web/own.ts'

const KEY = 'latchkey.second-passkey-hint'

/** Says what one passkey alone means, until the person says that they know. */
export function SecondPasskeyHint({ passkey }: { passkey: ShownPasskey }) {
  const say = useWords('passkeys')
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
    <div className="mt-6">
      <Banner
        tone={passkey.backupEligible ? 'plain' : 'warn'}
        title={say('only.title')}
        actions={
          <Button size="small" onClick={dismiss}>
            {say('only.known')}
          </Button>
        }
      >
        {say(passkey.backupEligible ? 'only.synced' : 'only.device')}
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
