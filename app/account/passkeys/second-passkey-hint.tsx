'use client'

import { useState } from 'react'
import { Banner } from '#app/_ui/messages/banner.tsx'
import { Button } from '#app/_ui/controls/button.tsx'
import { remember, remembered } from '#app/_ui/browser/browser-memory.ts'
import { useBrowserFact } from '#app/_ui/browser/use-browser-fact.ts'
import { useWords } from '#app/_ui/language/words.tsx'
import type { ShownPasskey } from '#app/_web/own.ts'

const KEY = 'latchkey.second-passkey-hint'

/** Says what one passkey alone means, until the person says that they know. Its room is kept, so that nothing moves when it comes. */
export function SecondPasskeyHint({ passkey }: { passkey: ShownPasskey }) {
  const say = useWords('passkeys')
  const dismissedBefore = useBrowserFact(() => remembered(KEY) === passkey.id, true)
  const [dismissed, setDismissed] = useState(false)
  if (dismissed) return null

  function dismiss() {
    setDismissed(true)
    remember(KEY, passkey.id)
  }

  return (
    <div className={`mt-6 ${dismissedBefore ? 'invisible' : ''}`}>
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
