'use client'

import { useEffect, useRef, useState } from 'react'
import { buttonLook } from '#app/_ui/button-look.ts'
import { Confirmation } from '#app/_ui/confirmation.tsx'
import { DoneCodes } from '#app/sign-up/done-codes.tsx'
import { DoneItem } from '#app/sign-up/done-item.tsx'

/** Says that the account is made, and what makes it hard to lose: a checklist that can be left, and found again on /account. */
export function DoneStep({ email, next }: { email: string; next: string }) {
  const heading = useRef<HTMLHeadingElement>(null)
  const [codes, setCodes] = useState<'none' | 'shown' | 'kept'>('none')
  useEffect(() => heading.current?.focus(), [])

  return (
    <Confirmation>
      <h1 ref={heading} tabIndex={-1} className="text-2xl">
        You’re in
      </h1>
      <p className="mt-1.5 mb-6 text-soft">Your account is made and you are signed in. Now make it hard to lose. You can also do this later, from your account.</p>
      <ul className="divide-y divide-line overflow-hidden rounded-lg border border-line">
        <DoneItem title="Your first passkey" done />
        <DoneItem title="Backup codes" done={codes === 'kept'} note={codes === 'kept' ? undefined : 'Ten codes for a drawer or a safe, for the day every device is gone.'}>
          {codes !== 'kept' && <DoneCodes email={email} onShown={() => setCodes('shown')} onKept={() => setCodes('kept')} />}
        </DoneItem>
        <DoneItem title="Add a second passkey" href="/account/passkeys" note="On another device or a security key, for the day this one is gone." />
        <DoneItem title="Set up an authenticator app" href="/account/fallbacks" note="For a computer that is not yours." />
      </ul>
      {/* A whole new page: everything kept from before the account was made goes. */}
      {codes !== 'shown' && (
        <a href={next} className={`${buttonLook(codes === 'kept' ? 'primary' : 'secondary', 'normal')} mt-7 w-full`}>
          Go to your account
        </a>
      )}
    </Confirmation>
  )
}
