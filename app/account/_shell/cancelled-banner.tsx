'use client'

import { useEffect, useRef } from 'react'
import { Banner } from '#app/_ui/messages/banner.tsx'
import { useWords } from '#app/_ui/language/words.tsx'

/** Says that the recovery was cancelled. It takes the focus, because the button that was pressed is gone. */
export function CancelledBanner() {
  const say = useWords('account')
  const self = useRef<HTMLDivElement>(null)
  useEffect(() => self.current?.focus(), [])
  return (
    <div ref={self} tabIndex={-1} className="mb-8 rounded-lg">
      <Banner title={say('recovery.stoppedTitle')}>{say('recovery.stopped')}</Banner>
    </div>
  )
}
