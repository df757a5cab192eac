import { ButtonLink } from '#app/_ui/button-link.tsx'
import { StepHeading } from '#app/_ui/step-heading.tsx'

/** Says that the recovery was stopped, and what to look at now. */
export function Cancelled() {
  return (
    <>
      <StepHeading>The recovery was stopped</StepHeading>
      <p className="mt-1.5 text-soft">Nobody got in. Every link of its letters is dead now. If it was not you who asked for it, do these three things:</p>
      <ol className="my-5 list-decimal space-y-1.5 pl-5 text-sm text-soft marker:text-soft">
        <li>Change the password of your mailbox: somebody can read your mail.</li>
        <li>Sign in, and check that all passkeys are yours.</li>
        <li>Check that all addresses of the account are yours.</li>
      </ol>
      <ButtonLink look="primary" href="/sign-in?next=/account" className="w-full">
        Sign in and check
      </ButtonLink>
    </>
  )
}
