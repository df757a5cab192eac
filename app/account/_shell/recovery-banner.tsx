import { Banner } from '#app/_ui/messages/banner.tsx'
import { Button } from '#app/_ui/controls/button.tsx'
import { LocalTime } from '#app/_ui/time/local-time.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import type { RecoveryState } from '#app/_web/own.ts'

type Props = { recovery: RecoveryState; pending: boolean; fault: string | undefined; onCancel: () => void }

/** Says that somebody asked to recover this account, and from when on that can be completed. */
export function RecoveryBanner({ recovery, pending, fault, onCancel }: Props) {
  const say = useWords('account')
  return (
    <section aria-label={say('recovery.label')} className="mb-8">
      <Banner
        tone="danger"
        title={say('recovery.title')}
        actions={
          <Button look="danger" size="small" pending={pending} onClick={onCancel}>
            {say('recovery.stop')}
          </Button>
        }
      >
        <p>
          <When {...recovery} />
          <span>{` ${say('recovery.notYou')}`}</span>
        </p>
        <p role="alert" className="mt-2 font-medium text-danger empty:hidden">
          {fault}
        </p>
      </Banner>
    </section>
  )
}

function When({ state, readyAt, closesAt }: RecoveryState) {
  const say = useWords('account')
  if (readyAt === undefined || closesAt === undefined) return <span>{say('recovery.requested')}</span>
  if (state === 'ready') return say.rich('recovery.ready', { time: () => <LocalTime at={closesAt} /> })
  return say.rich('recovery.waiting', { time: () => <LocalTime at={readyAt} /> })
}
