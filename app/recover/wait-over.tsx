'use client'

import { StepHeading } from '#app/_ui/layout/step-heading.tsx'
import { bold } from '#app/_ui/language/bold.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { FreshCode } from '#app/recover/fresh-code.tsx'
import type { Go } from '#app/recover/progress.ts'

/** Says that the wait is over while this page was open: a code from before does not count any more. */
export function WaitOver({ email, go }: { email: string; go: Go }) {
  const say = useWords('recover')
  return (
    <>
      <StepHeading>{say('waitOver')}</StepHeading>
      <div className="mt-1.5">
        <FreshCode email={email} go={go}>
          {say.rich('waitOverHint', { email, b: bold })}
        </FreshCode>
      </div>
    </>
  )
}
