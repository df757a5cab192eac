import { RemoveByKey } from '#app/admin/_access/remove-by-key.tsx'
import type { ShownMembers } from '#app/_web/admin-access.ts'
import { words } from '#app/_web/words.tsx'

/** Members are counted up to this number. */
const MANY = 1_000

/** Removes a group, and says who loses what. */
export async function RemoveGroup({ shown: { group, roles } }: { shown: ShownMembers }) {
  const say = await words('adminGroups')
  const { key, name, domains, members } = group
  const lost = roles.map((role) => `${role.name} (${role.app})`).join(', ')
  return (
    <RemoveByKey
      target={{ kind: 'group', key }}
      words={{
        section: say('remove.section'),
        means: say('remove.means'),
        button: say('remove.button'),
        title: say('remove.title', { name }),
        confirm: say('remove.confirm'),
        done: say('remove.done', { name }),
      }}
      facts={[
        members >= MANY ? say('peopleMany') : say('people', { count: members }),
        lost === '' ? say('remove.loseNothing') : say('remove.lose', { roles: lost }),
        ...(domains.length > 0 ? [say('remove.domains', { domains: domains.join(', ') })] : []),
      ]}
    />
  )
}
