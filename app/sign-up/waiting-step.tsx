'use client'

import { StepHeading } from '#app/_ui/layout/step-heading.tsx'
import { bold } from '#app/_ui/language/bold.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { Clock } from '#app/_ui/marks/icons.ts'

/** Says that the account is made and waits for an administrator, and that there is nothing to do until then. */
export function WaitingStep({ email }: { email: string }) {
  const say = useWords('signUp')
  return (
    <>
      <span className="mb-4 flex size-12 items-center justify-center rounded-full bg-sunken text-soft">
        <Clock aria-hidden="true" className="size-6" strokeWidth={1.6} />
      </span>
      <StepHeading>{say('waiting.title')}</StepHeading>
      <p className="mt-1.5 text-soft">{say('waiting.what')}</p>
      <ul className="mt-5 list-disc space-y-1.5 pl-5 text-sm text-soft marker:text-edge">
        <li>{say.rich('waiting.letter', { email, b: bold })}</li>
        <li>{say('waiting.next')}</li>
        <li>{say('waiting.close')}</li>
      </ul>
    </>
  )
}
