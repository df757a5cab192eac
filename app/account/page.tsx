import type { Metadata } from 'next'
import { Ledger } from '#app/account/_overview/ledger.tsx'
import { LossCard } from '#app/account/_overview/loss-card.tsx'
import { PasskeyOffer } from '#app/account/_overview/passkey-offer.tsx'
import { SafetyCard } from '#app/account/_overview/safety-card.tsx'
import { EventRow } from '#app/account/activity/event-row.tsx'
import { Avatar } from '#app/_ui/marks/avatar.tsx'
import { ButtonLink } from '#app/_ui/controls/button-link.tsx'
import { KeyRound, MonitorSmartphone } from '#app/_ui/marks/icons.ts'
import { bold } from '#app/_ui/language/bold.tsx'
import { PageHeading } from '#app/_ui/layout/page-heading.tsx'
import { RelativeTime } from '#app/_ui/time/relative-time.tsx'
import { Rows } from '#app/_ui/lists/rows.tsx'
import { TextLink } from '#app/_ui/controls/text-link.tsx'
import { requireActor } from '#app/_web/actor.ts'
import { ownAccount, ownActivity, ownCheckUp, ownPasskeys, ownSessions, type ShownPasskey } from '#app/_web/own.ts'
import { ownPerson } from '#app/_web/person.ts'
import { words } from '#app/_web/words.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words('account'))('title') }
}

/** The account at a glance: who, what a loss would mean, by which ways in, where, and what happened last. */
export default async function AccountPage() {
  const [say, actor, person, { user }, checkUp, passkeys, sessions, { events }] = await Promise.all([
    words('account'),
    requireActor(),
    ownPerson(),
    ownAccount(),
    ownCheckUp(),
    ownPasskeys(),
    ownSessions(),
    ownActivity({ limit: 4 }),
  ])
  const advice = <SafetyCard checkUp={checkUp} />
  const isOffered = wantsPasskey(actor, passkeys) && checkUp.next?.step !== 'copied_passkey'
  return (
    <>
      <PageHeading
        title={say('title')}
        face={<Avatar initials={person.initials} picture={person.picture} className="size-16 text-xl" />}
        action={
          <ButtonLink size="small" href="/account/data" aria-label={say('editLabel')}>
            {say('edit')}
          </ButtonLink>
        }
      >
        {say.rich('joined', {
          email: user.name ? `${user.name} · ${user.email}` : user.email,
          b: bold,
          time: () => <RelativeTime at={user.createdAt} />,
        })}
      </PageHeading>
      {isOffered ? <PasskeyOffer>{advice}</PasskeyOffer> : advice}
      <LossCard losses={checkUp.losses} owned={checkUp.ways} rehearsedAt={checkUp.rehearsedAt} />
      <div className="mb-10 grid gap-4 sm:grid-cols-2">
        <Ledger
          icon={KeyRound}
          href="/account/passkeys"
          title={say('passkeys')}
          count={say('passkeyCount', { count: passkeys.length })}
        >
          {passkeys.map(({ name }) => name).join(', ')}
        </Ledger>
        <Ledger
          icon={MonitorSmartphone}
          href="/account/sessions"
          title={say('devices')}
          count={say('sessionCount', { count: sessions.length })}
        >
          {[...new Set(sessions.map(({ device }) => device.phrase))].join(', ')}
        </Ledger>
      </div>
      <div className="mb-3 flex items-baseline justify-between gap-4">
        <h2 className="text-lg">{say('lately')}</h2>
        <TextLink href="/account/activity" className="text-sm">
          {say('allActivity')}
        </TextLink>
      </div>
      <Rows label={say('latelyList')}>
        {events.map((event) => (
          <EventRow key={event.seq} event={event} />
        ))}
      </Rows>
    </>
  )
}

type Begun = { way: string; sessionStartedAt: number }

/** Tells whether a session began with a password, and no passkey was created since. */
function wantsPasskey({ way, sessionStartedAt }: Begun, passkeys: ShownPasskey[]): boolean {
  return way === 'password' && passkeys.every(({ createdAt }) => createdAt < sessionStartedAt)
}
