import { StepHeading } from '#app/_ui/step-heading.tsx'
import { FreshCode } from '#app/recover/fresh-code.tsx'
import type { Go } from '#app/recover/progress.ts'

/** Says that nobody completed the recovery in its 72 hours. */
export function RunOut({ email, go }: { email: string; go: Go }) {
  return (
    <>
      <StepHeading>This recovery has run out</StepHeading>
      <div className="mt-1.5">
        <FreshCode email={email} go={go}>
          Its 72 hours have passed, and nothing was changed. You can start again with a fresh code.
        </FreshCode>
      </div>
    </>
  )
}
