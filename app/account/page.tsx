import type { Metadata } from 'next'
import { CheckUp } from '#app/account/_overview/check-up.tsx'
import { Ledger } from '#app/account/_overview/ledger.tsx'
import { NextStep } from '#app/account/_overview/next-step.tsx'
import { EventRow } from '#app/account/activity/event-row.tsx'
import { KeyRound, MonitorSmartphone } from '#app/_ui/marks/icons.ts'
import { bold } from '#app/_ui/language/bold.tsx'
import { PageHeading } from '#app/_ui/layout/page-heading.tsx'
import { RelativeTime } from '#app/_ui/time/relative-time.tsx'
import { Rows } from '#app/_ui/lists/rows.tsx'
import { TextLink } from '#app/_ui/controls/text-link.tsx'
import { ownAccount, ownActivity, ownCheckUp, ownPasskeys, ownSessions } from '#app/_web/own.ts'
import { words } from '#app/_web/words.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words('account'))('title') }
}

/** The account at a glance: who, what a loss would mean, by which ways in, where, and what happened last. */
export default async function AccountPage() {
  const [say, { user }, checkUp, passkeys, sessions, { events }] = await Promise.all([
    words('account'),
    ownAccount(),
    ownCheckUp(),
    ownPasskeys(),
    ownSessions(),
    ownActivity({ limit: 4 }),
  ])
  return (
    <>
      <PageHeading title={say('title')}>
        {say.rich('joined', {
          email: user.name ? `${user.name} · ${user.email}` : user.email,
          b: bold,
          time: () => <RelativeTime at={user.createdAt} />,
        })}
      </PageHeading>
      {checkUp.next && <NextStep {...checkUp.next} />}
      <CheckUp losses={checkUp.losses} />
      <div className="mt-4 mb-10 grid gap-4 sm:grid-cols-2">
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
