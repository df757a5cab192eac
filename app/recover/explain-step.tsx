'use client'

import { answer, api } from '#app/_ui/api/api.ts'
import { Button } from '#app/_ui/controls/button.tsx'
import { Fault } from '#app/_ui/messages/fault.tsx'
import { StepHeading } from '#app/_ui/layout/step-heading.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { type Go, type Pass, stepFor } from '#app/recover/progress.ts'
import { hoursOf } from '#app/recover/remaining.ts'
import { Timeline } from '#app/recover/timeline.tsx'
import { usePassAction } from '#app/recover/use-pass-action.ts'

/** Says what the wait is, who is told and what it takes away at its end, and starts it. */
export function ExplainStep({ pass, delay, go }: { pass: Pass; delay: number; go: Go }) {
  const say = useWords('recover')
  const { email, ceremony, ways } = pass
  const hours = hoursOf(delay)
  const { run, pending, fault } = usePassAction(email, go, async () => {
    const standing = await answer(api.recovery.start.$post({ json: { ceremony } }))
    go(stepFor({ ...pass, ...standing }))
  })

  return (
    <>
      <StepHeading>{say('explain.title', { hours })}</StepHeading>
      <p className="mt-1.5 text-soft">{say('explain.intro')}</p>
      <Timeline
        items={[
          { when: say('explain.now'), what: say('explain.nowText') },
          { when: say('explain.meanwhile'), what: say('explain.meanwhileText') },
          { when: say('explain.after', { hours }), what: say('explain.afterText') },
          { when: say('explain.end'), what: say('explain.endText') },
        ]}
      />
      <Fault>{fault}</Fault>
      <Button look="primary" pending={pending} onClick={run} className="mt-1 w-full">
        {say('explain.start', { hours })}
      </Button>
      {ways.length > 0 && (
        <div className="mt-3 text-center">
          <Button look="quiet" size="small" onClick={() => go({ step: 'second', pass })}>
            {say('codeAfterAll')}
          </Button>
        </div>
      )}
    </>
  )
}
