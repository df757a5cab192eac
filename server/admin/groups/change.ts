import type { Tx } from '#db/engine/database.ts'
import * as groups from '#db/groups.ts'
import { tellRule } from '#server/admin/access.ts'
import { contentOf, requireRoom } from '#server/admin/acts.ts'
import type { Admin } from '#server/admin/admin.ts'
import { recordAct } from '#server/admin/audit.ts'
import { type Hands, handsOf } from '#server/admin/hands.ts'
import { onInstance } from '#server/admin/on-instance.ts'
import { AppError } from '#server/errors.ts'
import type { World } from '#server/world.ts'

export const MOST_GROUPS = 500

/** A group as it is written. */
export type GroupContent = { key: string; name: string; domains: string[] }

/** Creates a group, or changes its name and domains. Refuses with `conflict` more than 500, and as `onInstance` does. */
export async function putGroup(world: World, admin: Admin, group: GroupContent): Promise<void> {
  const { key, name, domains } = group
  const touch = { act: 'put_group', target: contentOf(key, name, domains) } as const
  await onInstance(world, admin, { permission: 'change:access', touch }, async (tx) => {
    if (!(await groups.find(tx, key))) requireRoom(await groups.count(tx), MOST_GROUPS)
    await writeGroup(tx, group, handsOf(admin))
  })
}

/** The step of creating or changing a group, for administrators and for the operator. */
export async function writeGroup(tx: Tx, { key, name, domains }: GroupContent, hands: Hands): Promise<void> {
  await groups.put(tx, { key, name })
  await groups.setDomains(tx, key, [...new Set(domains)])
  await recordAct(tx, hands.witness, { act: 'group_put', target: key, details: { name, domains } })
  await tellRule(tx, hands, { rule: 'group', name })
}

/** Removes a group: its members lose what it gave them. Refuses with `not_found`, and as `onInstance` does. */
export async function removeGroup(world: World, admin: Admin, { key }: { key: string }): Promise<void> {
  const touch = { act: 'remove_group', target: key } as const
  await onInstance(world, admin, { permission: 'change:access', touch }, (tx) => dropGroup(tx, key, handsOf(admin)))
}

/** The step of removing a group, for administrators and for the operator. */
export async function dropGroup(tx: Tx, key: string, hands: Hands): Promise<void> {
  if (!(await groups.remove(tx, key))) throw new AppError('not_found')
  await recordAct(tx, hands.witness, { act: 'group_removed', target: key })
  await tellRule(tx, hands, { rule: 'group', name: key })
}
