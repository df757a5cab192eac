import { type Choice, GiveChosen } from '#app/admin/_access/give-chosen.tsx'
import { HolderRow } from '#app/admin/_access/holder-row.tsx'
import { TakeGrant } from '#app/admin/_access/take-grant.tsx'
import { Rows } from '#app/_ui/lists/rows.tsx'
import { ShieldCheck } from '#app/_ui/marks/icons.ts'
import type { ShownAppRole, ShownMembers } from '#app/_web/admin-access.ts'
import { words } from '#app/_web/words.tsx'

type Props = { shown: ShownMembers; roles: readonly ShownAppRole[]; mayChange: boolean }

/** The roles of apps that a group gives to everybody in it. */
export async function GivenRoles({ shown: { group, roles: given }, roles, mayChange }: Props) {
  const say = await words('adminGroups')
  const [first, ...others]: Choice[] = roles
    .filter(({ app, key }) => !given.some((has) => has.app === app && has.role === key))
    .map(({ app, key, name }) => ({ value: `${app}/${key}`, name: `${name} (${app})` }))
  return (
    <>
      {given.length === 0 ? (
        <p className="text-soft">{say(roles.length === 0 ? 'noRolesAtAll' : 'noRoles')}</p>
      ) : (
        <Rows label={say('roles')}>
          {given.map(({ app, role, name, until }) => (
            <HolderRow
              key={`${app}/${role}`}
              icon={ShieldCheck}
              href={`/admin/roles/${app}/${role}`}
              title={name}
              until={until}
              actions={
                mayChange && (
                  <TakeGrant grant={{ kind: 'groupRole', app, role, group: group.key }} what={name} whom={group.name} />
                )
              }
            >
              <p>{say('inApp', { app })}</p>
            </HolderRow>
          ))}
        </Rows>
      )}
      {mayChange && first && (
        <div className="mt-4">
          <GiveChosen begun={{ kind: 'groupRole', group: group.key }} known={group.name} choices={[first, ...others]} />
        </div>
      )}
    </>
  )
}
