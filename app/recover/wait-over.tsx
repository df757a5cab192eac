import { StepHeading } from '#app/_ui/step-heading.tsx'
import { FreshCode } from '#app/recover/fresh-code.tsx'
import type { Go } from '#app/recover/progress.ts'

/** Says that the wait is over while this page was open: a code from before does not count any more. */
export function WaitOver({ email, go }: { email: string; go: Go }) {
  return (
    <>
      <StepHeading>The wait is over</StepHeading>
      <div className="mt-1.5">
        <FreshCode email={email} go={go}>
          To make sure it is still you, we send one more code to <strong className="font-medium text-ink">{email}</strong>. Then you make your new passkey.
        </FreshCode>
      </div>
    </>
  )
}
