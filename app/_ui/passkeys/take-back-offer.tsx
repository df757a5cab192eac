'use client'

import { useEffect, useRef } from 'react'
import { answer, api } from '#app/_ui/api/api.ts'
import type { TakeBack } from '#app/_ui/api/problem.ts'
import { useAction } from '#app/_ui/api/use-action.ts'
import { Button } from '#app/_ui/controls/button.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { Facts } from '#app/_ui/lists/facts.tsx'
import { Banner } from '#app/_ui/messages/banner.tsx'
import { Fault } from '#app/_ui/messages/fault.tsx'
import { signalAccepted } from '#app/_ui/passkeys/passkey-ceremony.ts'
import { LocalTime } from '#app/_ui/time/local-time.tsx'

type Props = { takeBack: TakeBack; next: string; onKeep: () => void }

/** Says what happened to the way in that was just used, and lets its owner take the account back. */
export function TakeBackOffer({ takeBack: { ceremony, cause, retiredAt, until }, next, onKeep }: Props) {
  const say = useWords('signIn')
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  const { run, pending, fault } = useAction(async () => {
    const { accepted } = await answer(api['take-back'].$post({ json: { ceremony } }))
    await signalAccepted(accepted)
    // Somebody read a mailbox of the account: the next thing is to see to the addresses.
    window.location.assign(cause === 'recovery' ? '/account/emails' : next)
  })

  return (
    <>
      <Banner tone="danger">
        <h2 ref={title} tabIndex={-1} className="font-semibold text-ink outline-none">
          {say(`takeBack.${cause}.title`)}
        </h2>
        <p>{say.rich(`takeBack.${cause}.what`, { time: () => <LocalTime at={retiredAt} /> })}</p>
      </Banner>
      <p className="mt-5 mb-3">{say.rich('takeBack.notYou', { time: () => <LocalTime at={until} /> })}</p>
      <Facts>
        <li>{say('takeBack.gone')}</li>
        <li>{say('takeBack.back')}</li>
        <li>{say('takeBack.sessions')}</li>
        {cause === 'recovery' && <li>{say('takeBack.address')}</li>}
      </Facts>
      <Fault>{fault}</Fault>
      <Button look="primary" pending={pending} onClick={run} className="w-full">
        {say('takeBack.act')}
      </Button>
      <div className="mt-6 border-t border-line pt-5">
        <Button onClick={onKeep} className="w-full">
          {say('takeBack.keep')}
        </Button>
        <p className="mt-2 text-center text-sm text-soft">{say('takeBack.keepHint')}</p>
      </div>
    </>
  )
}
