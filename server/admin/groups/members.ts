import * as groups from '#db/groups.ts'
import { requireFuture, tellAccess } from '#server/admin/access.ts'
import type { Admin } from '#server/admin/admin.ts'
import { recordAct, witnessOf } from '#server/admin/audit.ts'
import { onPerson } from '#server/admin/on-person.ts'
import { AppError } from '#server/errors.ts'
import type { World } from '#server/world.ts'

type Member = { key: string; id: string }

/** Makes a person a member of a group, or changes until when they are (epoch milliseconds). Refuses as `onPerson` does. */
export async function putMember(
  world: World,
  admin: Admin,
  { key, id, until }: Member & { until?: number },
): Promise<void> {
  const touch = { act: 'put_member', target: `${key} ${id}` } as const
  await onPerson(world, admin, id, { permission: 'change:access', touch }, async (tx) => {
    requireFuture(tx, until)
    const group = await groups.find(tx, key)
    if (!group) throw new AppError('not_found')
    await groups.putMember(tx, { key, userId: id, until: until ?? null })
    await recordAct(tx, witnessOf(admin), { act: 'member_put', target: id, details: { group: key, until } })
    await tellAccess(tx, admin, { userId: id, change: 'given', access: { what: 'group', name: group.name }, until })
  })
}

/** Takes a person out of a group. Refuses with `not_found` if they are no member by name, and as `onPerson` does. */
export async function removeMember(world: World, admin: Admin, { key, id }: Member): Promise<void> {
  const touch = { act: 'remove_member', target: `${key} ${id}` } as const
  await onPerson(world, admin, id, { permission: 'change:access', touch }, async (tx) => {
    const group = await groups.find(tx, key)
    if (!group || !(await groups.removeMember(tx, { key, userId: id }))) throw new AppError('not_found')
    await recordAct(tx, witnessOf(admin), { act: 'member_removed', target: id, details: { group: key } })
    await tellAccess(tx, admin, { userId: id, change: 'taken', access: { what: 'group', name: group.name } })
  })
}
