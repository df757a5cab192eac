'use client'

import { answer, api } from '#app/_ui/api.ts'
import { Button } from '#app/_ui/button.tsx'
import { Fault } from '#app/_ui/fault.tsx'
import { StepHeading } from '#app/_ui/step-heading.tsx'
import { type Go, type Pass, stepFor } from '#app/recover/progress.ts'
import { hoursOf } from '#app/recover/remaining.ts'
import { Timeline } from '#app/recover/timeline.tsx'
import { usePass } from '#app/recover/use-pass.ts'

/** Says what the wait is, who is told and what it takes away at its end, and starts it. */
export function ExplainStep({ pass, delay, go }: { pass: Pass; delay: number; go: Go }) {
  const { email, ceremony, ways } = pass
  const hours = hoursOf(delay)
  const { run, pending, fault } = usePass(email, go, async () => {
    const standing = await answer(api.recovery.start.$post({ json: { ceremony } }))
    go(stepFor({ ...pass, ...standing }))
  })

  return (
    <>
      <StepHeading>There is a wait of {hours} hours</StepHeading>
      <p className="mt-1.5 text-soft">
        All that speaks for you now is your mailbox, and others may be able to read that. So we wait, and tell everyone who could say no.
      </p>
      <Timeline
        items={[
          { when: 'At once', what: 'We write to every address of the account. Whoever is signed in to it sees a notice. Each of them can stop this.' },
          { when: 'Meanwhile', what: 'Nothing changes. If your passkey or a code turns up, it still works.' },
          { when: `After ${hours} hours`, what: 'We write again. You come back here, get a fresh code and make a new passkey. You have 72 hours for that.' },
          { when: 'Then', what: 'Your new passkey replaces everything else: older passkeys, authenticator app, backup codes and password are removed, and all sessions end.' },
        ]}
      />
      <Fault>{fault}</Fault>
      <Button look="primary" pending={pending} onClick={run} className="mt-1 w-full">
        Start the {hours}-hour wait
      </Button>
      {ways.length > 0 && (
        <div className="mt-3 text-center">
          <Button look="quiet" size="small" onClick={() => go({ step: 'second', pass })}>
            I have a code after all
          </Button>
        </div>
      )}
    </>
  )
}
