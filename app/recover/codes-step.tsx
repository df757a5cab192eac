'use client'

import { BackupCodes } from '#app/_ui/backup-codes/backup-codes.tsx'
import { Moment } from '#app/_ui/marks/moment.tsx'
import { StepHeading } from '#app/_ui/layout/step-heading.tsx'
import { useWords } from '#app/_ui/language/words.tsx'

/** Says that the account is back, and shows the new backup codes, this once. */
export function CodesStep({ email, codes }: { email: string; codes: string[] }) {
  const say = useWords('recover')
  return (
    <>
      <Moment kind="in" />
      <StepHeading>{say('codes.title')}</StepHeading>
      <p className="mt-1.5 mb-5 text-soft">{say('codes.intro')}</p>
      {/* A whole new page: everything kept from before goes. */}
      <BackupCodes codes={codes} account={email} onSaved={() => window.location.assign('/account')} />
    </>
  )
}
