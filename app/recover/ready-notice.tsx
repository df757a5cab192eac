'use client'

import { LocalTime } from '#app/_ui/time/local-time.tsx'
import { StepHeading } from '#app/_ui/layout/step-heading.tsx'
import { useWords } from '#app/_ui/language/words.tsx'

/** What happens when the recovery is completed, and until when it can be. */
export function ReadyNotice({ closesAt }: { closesAt: number | undefined }) {
  const say = useWords('recover')
  return (
    <>
      <StepHeading>{say('ready.title')}</StepHeading>
      <p className="mt-1.5 text-soft">{say('ready.intro')}</p>
      <ul className="my-5 list-disc space-y-1.5 pl-5 text-sm text-soft marker:text-edge">
        <li>{say('ready.removed')}</li>
        <li>{say('ready.sessions')}</li>
        <li>{say('ready.codes')}</li>
        <li>{say('ready.hold')}</li>
      </ul>
      {closesAt !== undefined && (
        <p className="mb-5 text-sm text-soft">{say.rich('ready.until', { time: () => <LocalTime at={closesAt} /> })}</p>
      )}
    </>
  )
}
