'use client'

import { useEffect, useState } from 'react'
import { answer, api } from '#app/_ui/api/api.ts'
import { isRefusal } from '#app/_ui/api/is-refusal.ts'
import { useAction } from '#app/_ui/api/use-action.ts'
import { Confirmation, useConfirmed } from '#app/_ui/confirmation/confirmation.tsx'
import { Button } from '#app/_ui/controls/button.tsx'
import { ButtonLink } from '#app/_ui/controls/button-link.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { Fault } from '#app/_ui/messages/fault.tsx'
import { takeSetupToken } from '#app/setup/setup-token.ts'

const BACK = `?next=${encodeURIComponent('/setup')}`

/** Makes the person the first owner with one touch, or leads to an account first. */
export function BecomeOwner({ email }: { email: string | undefined }) {
  const say = useWords('setup')
  const [token, setToken] = useState<string>()
  const [looked, setLooked] = useState(false)
  useEffect(() => {
    function look() {
      setToken(takeSetupToken())
      setLooked(true)
    }
    look()
    // The link may be pasted into this very page.
    window.addEventListener('hashchange', look)
    return () => window.removeEventListener('hashchange', look)
  }, [])

  return (
    <Confirmation>
      <h1 className="text-2xl">{say('title')}</h1>
      <p className="mt-2 text-soft">{say('intro')}</p>
      {looked && token === undefined && <p className="mt-4">{say('noLink')}</p>}
      {token !== undefined && (email === undefined ? <AccountFirst /> : <OneTouch email={email} token={token} />)}
    </Confirmation>
  )
}

function AccountFirst() {
  const say = useWords('setup')
  return (
    <>
      <p className="mt-4">{say('needsAccount')}</p>
      <ButtonLink look="primary" href={`/sign-up${BACK}`} className="mt-6 w-full">
        {say('signUp')}
      </ButtonLink>
      <ButtonLink look="quiet" href={`/sign-in${BACK}`} className="mt-2 w-full">
        {say('signIn')}
      </ButtonLink>
    </>
  )
}

function OneTouch({ email, token }: { email: string; token: string }) {
  const say = useWords('setup')
  const confirmed = useConfirmed()
  const [needsWay, setNeedsWay] = useState(false)
  const { run, pending, fault } = useAction(async () => {
    try {
      await confirmed(() => answer(api.setup.$post({ json: { token } })))
      window.location.assign('/admin')
    } catch (thrown) {
      setNeedsWay(isRefusal(thrown, 'not_ready'))
      throw thrown
    }
  })
  return (
    <>
      <p className="mt-4 break-words">{say('as', { email })}</p>
      <div className="mt-4">
        <Fault>{fault}</Fault>
      </div>
      {needsWay && (
        <ButtonLink href="/account/fallbacks" className="w-full">
          {say('addWay')}
        </ButtonLink>
      )}
      <Button look="primary" pending={pending} onClick={() => void run()} className="mt-3 w-full">
        {say('become')}
      </Button>
    </>
  )
}
