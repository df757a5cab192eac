'use client'

import { ButtonLink } from '#app/_ui/controls/button-link.tsx'
import { StepHeading } from '#app/_ui/layout/step-heading.tsx'
import { useWords } from '#app/_ui/language/words.tsx'

/** Says that there is nothing left for this link to cancel. */
export function DeadCancelLink() {
  const say = useWords('links')
  return (
    <>
      <StepHeading>{say('cancel.dead')}</StepHeading>
      <p className="mt-1.5 text-soft">{say('cancel.deadIntro')}</p>
      <p className="mt-3 mb-6 text-soft">{say('cancel.deadHint')}</p>
      <ButtonLink look="primary" href="/sign-in?next=/account/activity" className="w-full">
        {say('signInLook')}
      </ButtonLink>
    </>
  )
}
