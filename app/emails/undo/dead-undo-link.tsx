import { ButtonLink } from '#app/_ui/button-link.tsx'
import { StepHeading } from '#app/_ui/step-heading.tsx'

/** Says that there is nothing left for this link to take back. */
export function DeadUndoLink() {
  return (
    <>
      <StepHeading>This link undoes nothing any more</StepHeading>
      <p className="mt-1.5 mb-6 text-soft">
        It works once, and for seven days after the change. Or a part of it was lost on the way; then open it from the letter once more. Sign in to see the addresses of your account.
      </p>
      <ButtonLink look="primary" href="/sign-in?next=/account" className="w-full">
        Sign in and look
      </ButtonLink>
    </>
  )
}
