import type { Metadata } from 'next'
import { ActRow } from '#app/admin/audit/act-row.tsx'
import { adminPage } from '#app/admin/_shell/admin-page.tsx'
import { ReasonedAct } from '#app/admin/_acts/reasoned-act.tsx'
import { Access } from '#app/admin/people/[id]/access.tsx'
import { Losses } from '#app/admin/people/[id]/losses.tsx'
import { Notices } from '#app/admin/people/[id]/notices.tsx'
import { PersonSessions } from '#app/admin/people/[id]/person-sessions.tsx'
import { PersonWays } from '#app/admin/people/[id]/person-ways.tsx'
import { Roles } from '#app/admin/people/[id]/roles.tsx'
import { StateBadge } from '#app/admin/people/state-badge.tsx'
import { TextLink } from '#app/_ui/controls/text-link.tsx'
import { bold } from '#app/_ui/language/bold.tsx'
import { PageHeading } from '#app/_ui/layout/page-heading.tsx'
import { Rows } from '#app/_ui/lists/rows.tsx'
import { SectionCard } from '#app/_ui/lists/section-card.tsx'
import { RelativeTime } from '#app/_ui/time/relative-time.tsx'
import { type Admin, adminPermissions, readActs, readOnePerson } from '#app/_web/admin.ts'
import { Words, words } from '#app/_web/words.tsx'

export async function generateMetadata(): Promise<Metadata> {
  await adminPermissions()
  return { title: (await words('adminPerson'))('title') }
}

type Props = { params: Promise<{ id: string }> }

/** One person: what they can do, what is under way, what administrators did, and what can be done. */
export default adminPage('read:people', async (admin, { params }: Props) => {
  const { id } = await params
  const [say, person, permissions] = await Promise.all([
    words('adminPerson'),
    readOnePerson(admin, { id }),
    adminPermissions(),
  ])
  const called = person.name === '' ? person.email : person.name
  const lastSeen = person.sessions[0]?.lastSeenAt
  return (
    <Words of={['adminPeople', 'adminPerson', 'adminAccess']}>
      <PageHeading title={called} action={<StateBadge state={person.state} />}>
        <p>
          {say.rich(person.name === '' ? 'joinedUnnamed' : 'joined', {
            email: person.email,
            b: bold,
            time: () => <RelativeTime at={person.createdAt} />,
          })}
        </p>
        {lastSeen !== undefined && <p>{say.rich('seen', { time: () => <RelativeTime at={lastSeen} /> })}</p>}
      </PageHeading>
      <Notices person={person} called={called} own={id === admin.userId} />
      <div className="space-y-9">
        <Losses losses={person.losses} />
        <PersonWays person={person} />
        <PersonSessions person={person} called={called} />
        <Roles person={person} called={called} />
        {permissions.includes('read:access') && <Access admin={admin} person={person} called={called} />}
        {permissions.includes('read:audit') && <Acts admin={admin} id={id} />}
        {person.may.includes('suspend:people') && person.state !== 'suspended' && (
          <SectionCard title={say('suspend.section')}>
            <p className="mb-4 max-w-xl text-sm text-soft">{say('suspend.means')}</p>
            <ReasonedAct kind="suspend" id={id} called={called} look="danger" />
          </SectionCard>
        )}
      </div>
    </Words>
  )
})

const SHOWN_ACTS = 5

async function Acts({ admin, id }: { admin: Admin; id: string }) {
  const [say, { acts, named, next }] = await Promise.all([
    words('adminPerson'),
    readActs(admin, { target: id, limit: SHOWN_ACTS }),
  ])
  return (
    <section aria-labelledby="acts">
      <div className="mb-3 flex items-baseline justify-between gap-4">
        <h2 id="acts" className="text-lg">
          {say('acts.title')}
        </h2>
        {next !== undefined && (
          <TextLink href={`/admin/audit?target=${id}`} className="text-sm">
            {say('acts.all')}
          </TextLink>
        )}
      </div>
      {acts.length === 0 ? (
        <p className="text-soft">{say('acts.none')}</p>
      ) : (
        <Rows label={say('acts.title')}>
          {acts.map((act) => (
            <ActRow key={act.seq} act={act} named={named} />
          ))}
        </Rows>
      )}
    </section>
  )
}
