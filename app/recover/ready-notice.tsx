import { LocalTime } from '#app/_ui/local-time.tsx'
import { StepHeading } from '#app/_ui/step-heading.tsx'

/** What happens when the recovery is completed, and until when it can be. */
export function ReadyNotice({ closesAt }: { closesAt: number | undefined }) {
  return (
    <>
      <StepHeading>Make a new passkey</StepHeading>
      <p className="mt-1.5 text-soft">The wait is over. Your new passkey takes the place of everything the account could be entered with:</p>
      <ul className="my-5 list-disc space-y-1.5 pl-5 text-sm text-soft marker:text-edge">
        <li>Older passkeys, authenticator app, backup codes and password are removed.</li>
        <li>All other sessions end.</li>
        <li>You get ten new backup codes, at once.</li>
        <li>For 72 hours, addresses cannot be changed and the account cannot be deleted.</li>
      </ul>
      {closesAt !== undefined && (
        <p className="mb-5 text-sm text-soft">
          There is time until <LocalTime at={closesAt} />.
        </p>
      )}
    </>
  )
}
