'use client'

import { useNow } from '#app/_ui/time/server-clock.tsx'
import { Spinner } from '#app/_ui/controls/spinner.tsx'
import { Status } from '#app/_ui/messages/status.tsx'
import { StepHeading } from '#app/_ui/layout/step-heading.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import type { Go, Pass } from '#app/recover/progress.ts'
import { FreshCode } from '#app/recover/fresh-code.tsx'
import { RunOut } from '#app/recover/run-out.tsx'
import { CancelOwnRecovery } from '#app/recover/cancel-own-recovery.tsx'
import { useStanding } from '#app/recover/use-standing.ts'
import { WaitOver } from '#app/recover/wait-over.tsx'
import { Waiting } from '#app/recover/waiting.tsx'

/** The wait: before its clock runs, while it runs, and once it is over. The server's time decides which. */
export function WaitingStep({ pass, delay, go }: { pass: Pass; delay: number; go: Go }) {
  const say = useWords('recover')
  const now = useNow()
  const { email, readyAt, closesAt } = pass
  const blind = useStanding(pass, go)

  if (closesAt !== undefined && now >= closesAt) return <RunOut email={email} go={go} />
  if (readyAt !== undefined && now >= readyAt) return <WaitOver email={email} go={go} />
  if (readyAt !== undefined)
    return <Waiting pass={pass} readyAt={readyAt} now={now} delay={delay} blind={blind} go={go} />
  if (blind)
    return (
      <>
        <StepHeading>{say('freshTitle')}</StepHeading>
        <div className="mt-1.5">
          <FreshCode email={email} go={go}>
            {say('over')}
          </FreshCode>
        </div>
      </>
    )
  return (
    <>
      <StepHeading>{say('sending')}</StepHeading>
      <Status className="mt-4 mb-6 flex items-start gap-3 text-soft">
        <Spinner />
        <span>{say('sendingHint')}</span>
      </Status>
      <CancelOwnRecovery pass={pass} go={go} />
    </>
  )
}
