import { ButtonLink } from '#app/_ui/button-link.tsx'
import { StepHeading } from '#app/_ui/step-heading.tsx'

/** Says that the change was taken back, and what to look at now. */
export function Undone() {
  return (
    <>
      <StepHeading>The change was undone</StepHeading>
      <p className="mt-1.5 text-soft">Your addresses are as they were before it, and every session has ended. If it was not you who made the change, do these three things:</p>
      <ol className="my-5 list-decimal space-y-1.5 pl-5 text-sm text-soft marker:text-soft">
        <li>Sign in, and check that all passkeys are yours.</li>
        <li>Check that all addresses of the account are yours.</li>
        <li>Read the activity: it says from where the change was made.</li>
      </ol>
      <ButtonLink look="primary" href="/sign-in?next=/account" className="w-full">
        Sign in and check
      </ButtonLink>
    </>
  )
}
