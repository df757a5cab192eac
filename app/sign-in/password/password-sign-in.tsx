'use client'

import { useState } from 'react'
import { carriedAddress } from '#app/_ui/browser/carried-address.ts'
import { useWords } from '#app/_ui/language/words.tsx'
import { PasswordStep } from '#app/sign-in/password/password-step.tsx'
import { SecondStep } from '#app/sign-in/password/second-step.tsx'

type Progress = { step: 'password'; notice?: string } | { step: 'second'; ceremony: string }

/** The two steps of signing in with a password. */
export function PasswordSignIn({ next }: { next: string }) {
  const say = useWords('signIn')
  const [email, setEmail] = useState(carriedAddress)
  const [progress, setProgress] = useState<Progress>({ step: 'password' })

  return (
    <div key={progress.step} className="arriving">
      {progress.step === 'password' ? (
        <PasswordStep
          email={email}
          setEmail={setEmail}
          notice={progress.notice}
          onRight={(ceremony) => setProgress({ step: 'second', ceremony })}
        />
      ) : (
        <SecondStep
          email={email}
          ceremony={progress.ceremony}
          next={next}
          onOver={() => setProgress({ step: 'password', notice: say('byPassword.over') })}
        />
      )}
    </div>
  )
}
