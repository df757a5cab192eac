'use client'

import { ButtonLink } from '#app/_ui/controls/button-link.tsx'
import { StepHeading } from '#app/_ui/layout/step-heading.tsx'
import { useWords } from '#app/_ui/language/words.tsx'

/** Says that there is nothing left for this link to take back. */
export function DeadUndoLink() {
  const say = useWords('links')
  return (
    <>
      <StepHeading>{say('undo.dead')}</StepHeading>
      <p className="mt-1.5 mb-6 text-soft">{say('undo.deadIntro')}</p>
      <ButtonLink look="primary" href="/sign-in?next=/account" className="w-full">
        {say('signInLook')}
      </ButtonLink>
    </>
  )
}
