'use client'

import { lazy, Suspense, useState } from 'react'
import { Button } from '#app/_ui/controls/button.tsx'
import { carryAddress } from '#app/_ui/browser/carried-address.ts'
import { Fault } from '#app/_ui/messages/fault.tsx'
import { EmailField } from '#app/_ui/fields/email-field.tsx'
import { Form } from '#app/_ui/fields/form.tsx'
import { Fingerprint } from '#app/_ui/marks/icons.ts'
import { usePasskeyAbility } from '#app/_ui/passkeys/passkey-ability.ts'
import { Status } from '#app/_ui/messages/status.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { LastUsed, useLastUsed } from '#app/sign-in/last-used.tsx'
import { useSignIn } from '#app/sign-in/use-sign-in.ts'
import { WaysBeside } from '#app/sign-in/ways-beside.tsx'

// Few people ever see these.
const TakeBackOffer = lazy(() =>
  import('#app/_ui/passkeys/take-back-offer.tsx').then((file) => ({ default: file.TakeBackOffer })),
)
const Unsupported = lazy(() =>
  import('#app/_ui/passkeys/unsupported.tsx').then((file) => ({ default: file.Unsupported })),
)

const PHASES = { waiting: 'willAsk', asking: 'asking', in: 'youAreIn' } as const

/** The sign-in form: a field that offers passkeys by itself, the button that asks for one, and the other ways. */
export function SignInForm({ next, password }: { next: string; password: string }) {
  const say = useWords('signIn')
  const general = useWords('components')
  const { signIn, phase, fault, hint, takeBack, forget } = useSignIn(next)
  const { able, secure } = usePasskeyAbility()
  const [ways, setWays] = useState(false)
  const lastUsed = useLastUsed('passkey')

  if (takeBack)
    return (
      <Suspense>
        <TakeBackOffer takeBack={takeBack} next={next} onKeep={forget} />
      </Suspense>
    )
  return (
    <>
      {able ? (
        <Form onSubmit={() => phase === 'waiting' && signIn()} className="space-y-5">
          <EmailField
            label={general('email')}
            autoComplete="username webauthn"
            autoFocus
            onChange={(event) => carryAddress(event.target.value)}
            hint={say('emailHint')}
          />
          <Fault>{fault}</Fault>
          <div>
            <div className="relative">
              <Button
                look="primary"
                pending={phase !== 'waiting'}
                onClick={signIn}
                aria-describedby={lastUsed ? 'last-used' : undefined}
                className="w-full"
              >
                {phase === 'waiting' && <Fingerprint aria-hidden="true" className="size-5" />}
                {say('button')}
              </Button>
              {lastUsed && <LastUsed id="last-used" className="absolute -top-4.5 right-3" />}
            </div>
            <Status className="mt-3 text-center text-sm text-soft">
              {phase === 'checking' ? say('checking') : (phase === 'waiting' && hint) || general(PHASES[phase])}
            </Status>
          </div>
        </Form>
      ) : (
        <Suspense>
          <Unsupported secure={secure} />
        </Suspense>
      )}
      <div className="mt-6 border-t border-line pt-5">
        <WaysBeside password={password} shown={ways || !able} onShow={() => setWays(true)} />
      </div>
    </>
  )
}
