'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { RehearseApp } from '#app/account/rehearse/rehearse-app.tsx'
import { RehearseCodes } from '#app/account/rehearse/rehearse-codes.tsx'
import { RehearseMailbox } from '#app/account/rehearse/rehearse-mailbox.tsx'
import { ButtonLink } from '#app/_ui/controls/button-link.tsx'
import { Card } from '#app/_ui/lists/card.tsx'
import { Moment } from '#app/_ui/marks/moment.tsx'
import { useWords } from '#app/_ui/language/words.tsx'

type Props = { email: string; product: string; keepsLetters: boolean; codes: boolean; app: boolean }

/** The parts of a rehearsal, in any order. With the mailbox it is written down. */
export function Rehearsal({ email, product, keepsLetters, codes, app }: Props) {
  const say = useWords('rehearsal')
  const router = useRouter()
  const [done, setDone] = useState(false)

  function finished() {
    setDone(true)
    router.refresh()
  }

  return (
    <div className="space-y-4">
      <RehearseMailbox email={email} keepsLetters={keepsLetters} onDone={finished} />
      <RehearseCodes has={codes} />
      <RehearseApp has={app} product={product} />
      <div role="status">
        {done && (
          <Card className="arriving flex items-start gap-5 p-5">
            <Moment kind="in" className="max-sm:size-12" />
            <div className="min-w-0">
              <h2 className="text-lg">{say('done.title')}</h2>
              <p className="mt-0.5 mb-4">{say('done.about')}</p>
              <ButtonLink href="/account">{say('done.back')}</ButtonLink>
            </div>
          </Card>
        )}
      </div>
    </div>
  )
}
