import { ReasonedAct } from '#app/admin/_acts/reasoned-act.tsx'
import { Row } from '#app/_ui/lists/row.tsx'
import { Rows } from '#app/_ui/lists/rows.tsx'
import { MonitorSmartphone } from '#app/_ui/marks/icons.ts'
import { RelativeTime } from '#app/_ui/time/relative-time.tsx'
import type { ShownPerson } from '#app/_web/admin.ts'
import { words } from '#app/_web/words.tsx'

/** Where a person is signed in, and the end of that. */
export async function PersonSessions({ person, called }: { person: ShownPerson; called: string }) {
  const say = await words('adminPerson')
  const { id, sessions, may } = person
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions" className="mb-3 text-lg">
        {say('sessions.title')}
      </h2>
      {sessions.length === 0 ? (
        <p className="text-soft">{say('sessions.none')}</p>
      ) : (
        <Rows label={say('sessions.title')}>
          {sessions.map(({ device, way, createdAt, lastSeenAt }) => (
            <Row key={`${createdAt} ${lastSeenAt}`} icon={MonitorSmartphone} title={device.phrase}>
              <p>{say(`sessions.way.${way}`)}</p>
              <p>
                {say.rich('sessions.when', {
                  began: () => <RelativeTime at={createdAt} />,
                  seen: () => <RelativeTime at={lastSeenAt} />,
                })}
              </p>
            </Row>
          ))}
        </Rows>
      )}
      {sessions.length > 0 && may.includes('end:sessions') && (
        <div className="mt-4">
          <ReasonedAct kind="endSessions" id={id} called={called} />
        </div>
      )}
    </section>
  )
}
