import { Badge } from '#app/_ui/lists/badge.tsx'
import { Row } from '#app/_ui/lists/row.tsx'
import { Rows } from '#app/_ui/lists/rows.tsx'
import { KeyRound, LifeBuoy, Mail, RectangleEllipsis, Smartphone } from '#app/_ui/marks/icons.ts'
import { RelativeTime } from '#app/_ui/time/relative-time.tsx'
import type { ShownPerson } from '#app/_web/admin.ts'
import { words } from '#app/_web/words.tsx'

/** The ways in and the addresses of a person, by their names. */
export async function PersonWays({ person }: { person: ShownPerson }) {
  const say = await words('adminPerson')
  const { addresses, passkeys, app, backupCodes, password } = person
  return (
    <section aria-labelledby="ways">
      <h2 id="ways" className="mb-3 text-lg">
        {say('ways.title')}
      </h2>
      <Rows label={say('ways.title')}>
        {passkeys.map(({ name, synced, createdAt }) => (
          <Row key={`${name} ${createdAt}`} icon={KeyRound} title={name}>
            {say.rich(synced ? 'ways.synced' : 'ways.bound', { time: () => <RelativeTime at={createdAt} /> })}
          </Row>
        ))}
        {app && <Row icon={Smartphone} title={say('ways.app')} />}
        {backupCodes > 0 && (
          <Row icon={LifeBuoy} title={say('ways.codes')}>
            {say('ways.codesLeft', { count: backupCodes })}
          </Row>
        )}
        {password && <Row icon={RectangleEllipsis} title={say('ways.password')} />}
        {addresses.map(({ address, primary }) => (
          <Row
            key={address}
            icon={Mail}
            title={address}
            badges={primary && <Badge tone="good">{say('ways.primary')}</Badge>}
          />
        ))}
      </Rows>
    </section>
  )
}
