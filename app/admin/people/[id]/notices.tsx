import { PlainAct } from '#app/admin/_acts/plain-act.tsx'
import { ReasonedAct } from '#app/admin/_acts/reasoned-act.tsx'
import { ButtonLink } from '#app/_ui/controls/button-link.tsx'
import { Banner } from '#app/_ui/messages/banner.tsx'
import { LocalTime } from '#app/_ui/time/local-time.tsx'
import type { ShownPerson } from '#app/_web/admin.ts'
import { words } from '#app/_web/words.tsx'

type Props = { person: ShownPerson; called: string; own: boolean }

/** What is out of the ordinary about an account, each with what can be done about it. */
export async function Notices({ person, called, own }: Props) {
  const say = await words('adminPerson')
  const { id, state, until, recovery, rolesSuspended, may } = person
  const readyAt = recovery?.readyAt
  return (
    <div className="mb-8 space-y-3 empty:hidden">
      {own && <Banner>{say('own')}</Banner>}
      {state === 'awaiting' && (
        <Banner
          tone="warn"
          title={say('awaiting.title')}
          actions={
            may.includes('approve:people') && (
              <ButtonLink size="small" href="/admin/approvals">
                {say('awaiting.decide')}
              </ButtonLink>
            )
          }
        >
          {say('awaiting.what')}
        </Banner>
      )}
      {state === 'suspended' && (
        <Banner
          tone="warn"
          title={say('suspended.title')}
          actions={may.includes('suspend:people') && <PlainAct kind="unsuspend" id={id} called={called} />}
        >
          {until === undefined
            ? say('suspended.open')
            : say.rich('suspended.until', { time: () => <LocalTime at={until} /> })}
        </Banner>
      )}
      {state === 'deleting' && until !== undefined && (
        <Banner tone="warn" title={say('deleting.title')}>
          {say.rich('deleting.until', { time: () => <LocalTime at={until} /> })}
        </Banner>
      )}
      {recovery && (
        <Banner
          tone="danger"
          title={say('recovery.title')}
          actions={
            may.includes('cancel:recoveries') && (
              <ReasonedAct kind="cancelRecovery" id={id} called={called} size="small" />
            )
          }
        >
          {readyAt === undefined
            ? say('recovery.requested')
            : say.rich('recovery.ready', { time: () => <LocalTime at={readyAt} /> })}
        </Banner>
      )}
      {rolesSuspended && (
        <Banner
          tone="warn"
          title={say('rolesSuspended.title')}
          actions={may.includes('confirm:roles') && <PlainAct kind="confirmRoles" id={id} called={called} />}
        >
          {say('rolesSuspended.what')}
        </Banner>
      )}
    </div>
  )
}
