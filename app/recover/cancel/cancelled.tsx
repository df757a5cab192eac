'use client'

import { ButtonLink } from '#app/_ui/controls/button-link.tsx'
import { StepHeading } from '#app/_ui/layout/step-heading.tsx'
import { useWords } from '#app/_ui/language/words.tsx'

/** Says that the recovery was cancelled, and what to look at now. */
export function Cancelled() {
  const say = useWords('links')
  return (
    <>
      <StepHeading>{say('cancel.done')}</StepHeading>
      <p className="mt-1.5 text-soft">{say('cancel.doneIntro')}</p>
      <ol className="my-5 list-decimal space-y-1.5 pl-5 text-sm text-soft marker:text-soft">
        <li>{say('cancel.mailbox')}</li>
        <li>{say('checkPasskeys')}</li>
        <li>{say('checkAddresses')}</li>
      </ol>
      <ButtonLink look="primary" href="/sign-in?next=/account" className="w-full">
        {say('signInCheck')}
      </ButtonLink>
    </>
  )
}
