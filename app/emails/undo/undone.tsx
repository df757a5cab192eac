'use client'

import { ButtonLink } from '#app/_ui/controls/button-link.tsx'
import { StepHeading } from '#app/_ui/layout/step-heading.tsx'
import { useWords } from '#app/_ui/language/words.tsx'

/** Says that the change was taken back, and what to look at now. */
export function Undone() {
  const say = useWords('links')
  return (
    <>
      <StepHeading>{say('undo.done')}</StepHeading>
      <p className="mt-1.5 text-soft">{say('undo.doneIntro')}</p>
      <ol className="my-5 list-decimal space-y-1.5 pl-5 text-sm text-soft marker:text-soft">
        <li>{say('checkPasskeys')}</li>
        <li>{say('checkAddresses')}</li>
        <li>{say('undo.activity')}</li>
      </ol>
      <ButtonLink look="primary" href="/sign-in?next=/account" className="w-full">
        {say('signInCheck')}
      </ButtonLink>
    </>
  )
}
