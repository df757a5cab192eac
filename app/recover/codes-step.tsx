import { BackupCodes } from '#app/_ui/backup-codes.tsx'
import { StepHeading } from '#app/_ui/step-heading.tsx'

/** Says that the account is back, and shows the new backup codes, this once. */
export function CodesStep({ email, codes }: { email: string; codes: string[] }) {
  return (
    <>
      <StepHeading>You’re back in</StepHeading>
      <p className="mt-1.5 mb-5 text-soft">
        Your new passkey works. These ten backup codes replace the old ones, and this is the only time we show them. Keep them apart from this device; each works once.
      </p>
      {/* A whole new page: everything kept from before goes. */}
      <BackupCodes codes={codes} account={email} onSaved={() => window.location.assign('/account')} />
    </>
  )
}
