import * as groups from '#db/groups.ts'
import { contentOf, requireRoom, tellRule } from '#server/admin/access.ts'
import type { Admin } from '#server/admin/admin.ts'
import { recordAct, witnessOf } from '#server/admin/audit.ts'
import { onInstance } from '#server/admin/on-instance.ts'
import { AppError } from '#server/errors.ts'
import type { World } from '#server/world.ts'

const MOST_GROUPS = 500

type Change = { key: string; name: string; domains: string[] }

/** Creates a group, or changes its name and domains. Refuses with `conflict` more than 500, and as `onInstance` does. */
export async function putGroup(world: World, admin: Admin, { key, name, domains }: Change): Promise<void> {
  const touch = { act: 'put_group', target: contentOf(key, name, domains) } as const
  await onInstance(world, admin, { permission: 'change:access', touch }, async (tx) => {
    if (!(await groups.find(tx, key))) requireRoom(await groups.count(tx), MOST_GROUPS)
    await groups.put(tx, { key, name })
    await groups.setDomains(tx, key, [...new Set(domains)])
    await recordAct(tx, witnessOf(admin), { act: 'group_put', target: key, details: { name, domains } })
    await tellRule(tx, admin, { rule: 'group', name })
  })
}

/** Removes a group: its members lose what it gave them. Refuses with `not_found`, and as `onInstance` does. */
export async function removeGroup(world: World, admin: Admin, { key }: { key: string }): Promise<void> {
  const touch = { act: 'remove_group', target: key } as const
  await onInstance(world, admin, { permission: 'change:access', touch }, async (tx) => {
    if (!(await groups.remove(tx, key))) throw new AppError('not_found')
    await recordAct(tx, witnessOf(admin), { act: 'group_removed', target: key })
    await tellRule(tx, admin, { rule: 'group', name: key })
  })
}
