import { ButtonLink } from '#app/_ui/button-link.tsx'
import { StepHeading } from '#app/_ui/step-heading.tsx'

/** Says that there is nothing left for this link to stop. */
export function DeadCancelLink() {
  return (
    <>
      <StepHeading>This link stops nothing any more</StepHeading>
      <p className="mt-1.5 text-soft">
        The recovery it belongs to is over: it was stopped, it was completed, or it ran out. Or a part of the link was lost on the way; then open it from the letter once more.
      </p>
      <p className="mt-3 mb-6 text-soft">Sign in to see what happened. If another recovery is under way, you can stop it there with one press.</p>
      <ButtonLink look="primary" href="/sign-in?next=/account/activity" className="w-full">
        Sign in and look
      </ButtonLink>
    </>
  )
}
