'use client'

import { ButtonLink } from '#app/_ui/controls/button-link.tsx'
import { StepHeading } from '#app/_ui/layout/step-heading.tsx'
import { useWords } from '#app/_ui/language/words.tsx'

type Why = 'missing' | 'wrong' | 'used' | 'expired' | 'revoked'

/** Says why an invitation can’t be used, and what to do instead. */
export function DeadInvitation({ why }: { why: Why }) {
  const say = useWords('invited')
  return (
    <>
      <StepHeading>{say(`dead.${why}.title`)}</StepHeading>
      <p className="mt-1.5 mb-6 text-soft">{say(`dead.${why}.what`)}</p>
      <ButtonLink look="primary" href="/sign-in" className="w-full">
        {say('signIn')}
      </ButtonLink>
    </>
  )
}
