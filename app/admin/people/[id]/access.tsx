import { type Choice, GiveChosen } from '#app/admin/_access/give-chosen.tsx'
import { HolderRow } from '#app/admin/_access/holder-row.tsx'
import { TakeGrant } from '#app/admin/_access/take-grant.tsx'
import { Part } from '#app/admin/_access/part.tsx'
import { Rows } from '#app/_ui/lists/rows.tsx'
import { ShieldCheck, Users } from '#app/_ui/marks/icons.ts'
import type { Admin, ShownPerson } from '#app/_web/admin.ts'
import { readAppRoles, readGroups } from '#app/_web/admin-access.ts'
import { words } from '#app/_web/words.tsx'

type Props = { admin: Admin; person: ShownPerson; called: string }

/** The groups of a person and their roles in apps, with where each comes from. */
export async function Access({ admin, person: { id, access, may }, called }: Props) {
  const [say, { groups }, { roles }] = await Promise.all([words('adminPerson'), readGroups(admin), readAppRoles(admin)])
  const mayChange = may.includes('change:access')
  const nameOf = (group: string) => access.groups.find(({ key }) => key === group)?.name ?? group
  const [group, ...otherGroups]: Choice[] = groups
    .filter(({ key }) => !access.groups.some((has) => has.key === key && !has.byDomain))
    .map(({ key, name }) => ({ value: key, name }))
  const [role, ...otherRoles]: Choice[] = roles
    .filter(({ app, key }) => !access.appRoles.some((has) => has.app === app && has.role === key && !has.group))
    .map(({ app, key, name }) => ({ value: `${app}/${key}`, name: `${name} (${app})` }))

  return (
    <>
      <Part title={say('access.groups')}>
        {access.groups.length === 0 ? (
          <p className="text-soft">{say('access.noGroups')}</p>
        ) : (
          <Rows label={say('access.groups')}>
            {access.groups.map(({ key, name, until, byDomain }) => (
              <HolderRow
                key={key}
                icon={Users}
                href={`/admin/groups/${key}`}
                title={name}
                until={until}
                actions={
                  mayChange &&
                  !byDomain && <TakeGrant grant={{ kind: 'member', group: key, id }} what={name} whom={called} />
                }
              >
                {byDomain && <p>{say('access.byDomain')}</p>}
              </HolderRow>
            ))}
          </Rows>
        )}
        {mayChange && group && (
          <div className="mt-4">
            <GiveChosen begun={{ kind: 'member', id }} known={called} choices={[group, ...otherGroups]} />
          </div>
        )}
      </Part>
      <Part title={say('access.roles')}>
        {access.appRoles.length === 0 ? (
          <p className="text-soft">{say('access.noRoles')}</p>
        ) : (
          <Rows label={say('access.roles')}>
            {access.appRoles.map(({ app, role: key, name, until, group: by }) => (
              <HolderRow
                key={`${app}/${key} ${by ?? ''}`}
                icon={ShieldCheck}
                href={`/admin/roles/${app}/${key}`}
                title={name}
                until={until}
                actions={
                  mayChange &&
                  by === undefined && (
                    <TakeGrant grant={{ kind: 'personRole', app, role: key, id }} what={name} whom={called} />
                  )
                }
              >
                <p>
                  {by === undefined
                    ? say('access.forThemselves', { app })
                    : say('access.byGroup', { app, group: nameOf(by) })}
                </p>
              </HolderRow>
            ))}
          </Rows>
        )}
        {mayChange && role && (
          <div className="mt-4">
            <GiveChosen begun={{ kind: 'personRole', id }} known={called} choices={[role, ...otherRoles]} />
          </div>
        )}
      </Part>
    </>
  )
}
