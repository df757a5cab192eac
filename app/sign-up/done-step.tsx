'use client'

import { useEffect, useRef, useState } from 'react'
import { buttonLook } from '#app/_ui/controls/button-look.ts'
import { Confirmation } from '#app/_ui/confirmation/confirmation.tsx'
import { Moment } from '#app/_ui/marks/moment.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { DoneCodes } from '#app/sign-up/done-codes.tsx'
import { DoneItem } from '#app/sign-up/done-item.tsx'

/** Says that the account is made, and what makes it hard to lose: a checklist that can be left, and found again on /account. */
export function DoneStep({ email, next }: { email: string; next: string }) {
  const say = useWords('signUp')
  const heading = useRef<HTMLHeadingElement>(null)
  const [codes, setCodes] = useState<'none' | 'shown' | 'kept'>('none')
  useEffect(() => heading.current?.focus(), [])

  return (
    <Confirmation>
      <Moment kind="in" />
      <h1 ref={heading} tabIndex={-1} className="text-2xl">
        {say('doneTitle')}
      </h1>
      <p className="mt-1.5 mb-6 text-soft">{say('doneIntro')}</p>
      <ul className="divide-y divide-line overflow-hidden rounded-lg border border-line">
        <DoneItem title={say('firstPasskey')} done />
        <DoneItem title={say('codes')} done={codes === 'kept'} note={codes === 'kept' ? undefined : say('codesNote')}>
          {codes !== 'kept' && (
            <DoneCodes email={email} onShown={() => setCodes('shown')} onKept={() => setCodes('kept')} />
          )}
        </DoneItem>
        <DoneItem title={say('secondPasskey')} href="/account/passkeys" note={say('secondPasskeyNote')} />
        <DoneItem title={say('app')} href="/account/fallbacks" note={say('appNote')} />
      </ul>
      {/* A whole new page: everything kept from before the account was made goes. */}
      {codes !== 'shown' && (
        <a href={next} className={`${buttonLook(codes === 'kept' ? 'primary' : 'secondary', 'normal')} mt-7 w-full`}>
          {say('toAccount')}
        </a>
      )}
    </Confirmation>
  )
}
