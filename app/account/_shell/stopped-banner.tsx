'use client'

import { useEffect, useRef } from 'react'
import { Banner } from '#app/_ui/banner.tsx'

/** Says that the recovery was stopped. It takes the focus, because the button that was pressed is gone. */
export function StoppedBanner() {
  const self = useRef<HTMLDivElement>(null)
  useEffect(() => self.current?.focus(), [])
  return (
    <div ref={self} tabIndex={-1} className="mb-8 rounded-lg">
      <Banner title="The recovery was stopped">
        Nobody got in. If it was not you who asked for it, change the password of your mailbox, too: somebody can read your mail.
      </Banner>
    </div>
  )
}
