'use client'

import { LocalTime } from '#app/_ui/time/local-time.tsx'
import { StepHeading } from '#app/_ui/layout/step-heading.tsx'
import { Button } from '#app/_ui/controls/button.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { FreshCode } from '#app/recover/fresh-code.tsx'
import type { Go, Pass } from '#app/recover/progress.ts'
import { CancelOwnRecovery } from '#app/recover/cancel-own-recovery.tsx'
import { WaitClock } from '#app/recover/wait-clock.tsx'

type Props = { pass: Pass; readyAt: number; now: number; delay: number; blind: boolean; go: Go }

/** The wait while its clock runs: how long still, what to do now, and how to cancel it. */
export function Waiting({ pass, readyAt, now, delay, blind, go }: Props) {
  const say = useWords('recover')
  return (
    <>
      <StepHeading>{say('waiting.title')}</StepHeading>
      <WaitClock left={readyAt - now} delay={delay} />
      <p className="text-center">
        <span className="block">{say('waiting.goOn')}</span>
        <strong className="font-semibold">
          <LocalTime at={readyAt} />
        </strong>
      </p>
      <ul className="my-6 list-disc space-y-1.5 pl-5 text-sm text-soft marker:text-edge">
        <li>{say('waiting.comeBack')}</li>
        <li>{say('waiting.freshCode')}</li>
        <li>{say('waiting.turnsUp')}</li>
      </ul>
      {blind ? (
        <FreshCode email={pass.email} go={go} look="secondary">
          {say('waiting.blind')}
        </FreshCode>
      ) : (
        <CancelOwnRecovery pass={pass} go={go} />
      )}
      {!blind && pass.ways.length > 0 && (
        <Button look="quiet" className="mt-2 w-full" onClick={() => go({ step: 'second', pass })}>
          {say('codeAfterAll')}
        </Button>
      )}
    </>
  )
}
