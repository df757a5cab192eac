import { type Choice, GiveChosen } from '#app/admin/_access/give-chosen.tsx'
import { HolderRow } from '#app/admin/_access/holder-row.tsx'
import { Part } from '#app/admin/_access/part.tsx'
import { TakeGrant } from '#app/admin/_access/take-grant.tsx'
import { Rows } from '#app/_ui/lists/rows.tsx'
import { Users } from '#app/_ui/marks/icons.ts'
import type { ShownGroup, ShownHolders } from '#app/_web/admin-access.ts'
import { words } from '#app/_web/words.tsx'

type Props = { shown: ShownHolders; all: readonly ShownGroup[]; mayChange: boolean }

/** The groups that have a role, and how to give it to another one. */
export async function HolderGroups({ shown: { role, groups }, all, mayChange }: Props) {
  const say = await words('adminAppRoles')
  const [first, ...others]: Choice[] = all
    .filter(({ key }) => !groups.some((has) => has.key === key))
    .map(({ key, name }) => ({ value: key, name }))
  return (
    <Part title={say('groups')}>
      {groups.length === 0 ? (
        <p className="text-soft">{say(all.length === 0 ? 'noGroupsAtAll' : 'noGroups')}</p>
      ) : (
        <Rows label={say('groups')}>
          {groups.map(({ key, name, until }) => (
            <HolderRow
              key={key}
              icon={Users}
              href={`/admin/groups/${key}`}
              title={name}
              until={until}
              actions={
                mayChange && (
                  <TakeGrant
                    grant={{ kind: 'groupRole', app: role.app, role: role.key, group: key }}
                    what={role.name}
                    whom={name}
                  />
                )
              }
            />
          ))}
        </Rows>
      )}
      {mayChange && first && (
        <div className="mt-4">
          <GiveChosen
            begun={{ kind: 'groupRole', app: role.app, role: role.key }}
            known={role.name}
            choices={[first, ...others]}
          />
        </div>
      )}
    </Part>
  )
}
