import { Banner } from '#app/_ui/banner.tsx'
import { Button } from '#app/_ui/button.tsx'
import { LocalTime } from '#app/_ui/local-time.tsx'
import type { RecoveryState } from '#app/_web/recovery.ts'

type Props = { recovery: RecoveryState; pending: boolean; fault: string | undefined; onStop: () => void }

/** Says that somebody asked to recover this account, and from when on that can be completed. */
export function RecoveryBanner({ recovery, pending, fault, onStop }: Props) {
  return (
    <section aria-label="Recovery of this account" className="mb-8">
      <Banner
        tone="danger"
        title="Somebody asked to recover this account"
        actions={
          <Button look="danger" size="small" pending={pending} onClick={onStop}>
            Stop the recovery
          </Button>
        }
      >
        <p>
          <When {...recovery} /> If that was not you, stop it: one press, and nothing of your account changes.
        </p>
        <p role="alert" className="mt-2 font-medium text-danger empty:hidden">
          {fault}
        </p>
      </Banner>
    </section>
  )
}

function When({ state, readyAt, closesAt }: RecoveryState) {
  if (readyAt === undefined || closesAt === undefined) return 'It waits for its first letter to be on the way.'
  if (state === 'ready') {
    return (
      <>
        Its wait is over: it can be completed now, until <LocalTime at={closesAt} />. Then every passkey and code of yours is replaced.
      </>
    )
  }
  return (
    <>
      It can be completed from <LocalTime at={readyAt} />. Then every passkey and code of yours is replaced.
    </>
  )
}
