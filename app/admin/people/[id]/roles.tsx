import { GiveRole } from '#app/admin/_acts/give-role.tsx'
import { TakeRole } from '#app/admin/_acts/take-role.tsx'
import { Row } from '#app/_ui/lists/row.tsx'
import { Rows } from '#app/_ui/lists/rows.tsx'
import { ShieldCheck } from '#app/_ui/marks/icons.ts'
import { RelativeTime } from '#app/_ui/time/relative-time.tsx'
import type { OwnRole, ShownPerson } from '#app/_web/admin.ts'
import { words } from '#app/_web/words.tsx'

/** The roles of a person, and how they are given and taken. */
export async function Roles({ person: { id, roles, givable }, called }: { person: ShownPerson; called: string }) {
  const [say, admin] = await Promise.all([words('adminPerson'), words('admin')])
  const [first, ...others] = givable.filter((role) => !roles.some((has) => has.role === role))
  const left: [OwnRole, ...OwnRole[]] | undefined = first && [first, ...others]
  return (
    <section aria-labelledby="roles">
      <h2 id="roles" className="mb-3 text-lg">
        {say('roles.title')}
      </h2>
      {roles.length === 0 ? (
        <p className="text-soft">{say('roles.none')}</p>
      ) : (
        <Rows label={say('roles.title')}>
          {roles.map(({ role, until }) => (
            <Row
              key={role}
              icon={ShieldCheck}
              title={admin(`roles.${role}`)}
              actions={givable.includes(role) && <TakeRole id={id} called={called} role={role} />}
            >
              <p>{say(`allows.${role}`)}</p>
              {until !== undefined && <p>{say.rich('roles.until', { time: () => <RelativeTime at={until} /> })}</p>}
            </Row>
          ))}
        </Rows>
      )}
      {left && (
        <div className="mt-4">
          <GiveRole id={id} called={called} roles={left} />
        </div>
      )}
    </section>
  )
}
