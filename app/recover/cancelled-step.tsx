import { Button } from '#app/_ui/button.tsx'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { StepHeading } from '#app/_ui/step-heading.tsx'
import type { Go } from '#app/recover/progress.ts'

/** Says that the recovery was stopped, and where to go from here. */
export function CancelledStep({ email, go }: { email: string; go: Go }) {
  return (
    <>
      <StepHeading>The recovery was stopped</StepHeading>
      <p className="mt-1.5 mb-6 text-soft">Nobody got in and nothing was changed. We told every address of the account.</p>
      <ButtonLink look="primary" href="/sign-in" className="w-full">
        Go to sign-in
      </ButtonLink>
      <Button look="quiet" className="mt-2 w-full" onClick={() => go({ step: 'address', email })}>
        Start again
      </Button>
    </>
  )
}
