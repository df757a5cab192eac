'use client'

import { Button } from '#app/_ui/controls/button.tsx'
import { ButtonLink } from '#app/_ui/controls/button-link.tsx'
import { StepHeading } from '#app/_ui/layout/step-heading.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import type { Go } from '#app/recover/progress.ts'

/** Says that the recovery was cancelled, and where to go from here. */
export function CancelledStep({ email, go }: { email: string; go: Go }) {
  const say = useWords('recover')
  return (
    <>
      <StepHeading>{say('stop.stopped')}</StepHeading>
      <p className="mt-1.5 mb-6 text-soft">{say('stop.stoppedHint')}</p>
      <ButtonLink look="primary" href="/sign-in" className="w-full">
        {say('stop.toSignIn')}
      </ButtonLink>
      <Button look="quiet" className="mt-2 w-full" onClick={() => go({ step: 'address', email })}>
        {say('stop.again')}
      </Button>
    </>
  )
}
