import { RemoveByKey } from '#app/admin/_access/remove-by-key.tsx'
import type { ShownHolders } from '#app/_web/admin-access.ts'
import { words } from '#app/_web/words.tsx'

/** Removes a role, and says who loses it. */
export async function RemoveRole({ shown: { role, groups, people, next } }: { shown: ShownHolders }) {
  const say = await words('adminAppRoles')
  const { app, key, name } = role
  const count = people.length
  return (
    <RemoveByKey
      target={{ kind: 'role', app, key }}
      words={{
        section: say('remove.section'),
        means: say('remove.means'),
        button: say('remove.button'),
        title: say('remove.title', { name }),
        confirm: say('remove.confirm'),
        done: say('remove.done', { name }),
      }}
      facts={[
        say('remove.groups', { count: groups.length, names: groups.map((group) => group.name).join(', ') }),
        say(next === undefined ? 'remove.people' : 'remove.peopleMany', { count }),
      ]}
    />
  )
}
