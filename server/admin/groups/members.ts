import type { Tx } from '#db/engine/database.ts'
import * as groups from '#db/groups.ts'
import { tellAccess } from '#server/admin/access.ts'
import { requireFuture } from '#server/admin/acts.ts'
import type { Admin } from '#server/admin/admin.ts'
import { recordAct } from '#server/admin/audit.ts'
import { type Hands, handsOf } from '#server/admin/hands.ts'
import { onPerson } from '#server/admin/on-person.ts'
import { AppError } from '#server/errors.ts'
import type { World } from '#server/world.ts'

type Member = { key: string; id: string }
type Until = { until?: number | undefined }

/** Makes a person a member of a group, or changes until when they are (epoch milliseconds). Refuses as `onPerson` does. */
export async function putMember(world: World, admin: Admin, member: Member & Until): Promise<void> {
  const { key, id } = member
  const touch = { act: 'put_member', target: `${key} ${id}` } as const
  await onPerson(world, admin, id, { permission: 'change:access', touch }, (tx) =>
    writeMember(tx, member, handsOf(admin)),
  )
}

/** The step of making a person a member, for administrators and for the operator. Refuses with `not_found`. */
export async function writeMember(tx: Tx, { key, id, until }: Member & Until, hands: Hands): Promise<void> {
  requireFuture(tx, until)
  const group = await groups.find(tx, key)
  if (!group) throw new AppError('not_found')
  await groups.putMember(tx, { key, userId: id, until: until ?? null })
  await recordAct(tx, hands.witness, { act: 'member_put', target: id, details: { group: key, until } })
  await tellAccess(tx, hands, { userId: id, change: 'given', access: { what: 'group', name: group.name }, until })
}

/** Takes a person out of a group. Refuses with `not_found` if they are no member by name, and as `onPerson` does. */
export async function removeMember(world: World, admin: Admin, member: Member): Promise<void> {
  const { key, id } = member
  const touch = { act: 'remove_member', target: `${key} ${id}` } as const
  await onPerson(world, admin, id, { permission: 'change:access', touch }, (tx) =>
    dropMember(tx, member, handsOf(admin)),
  )
}

/** The step of taking a person out of a group, for administrators and for the operator. Refuses with `not_found`. */
export async function dropMember(tx: Tx, { key, id }: Member, hands: Hands): Promise<void> {
  const group = await groups.find(tx, key)
  if (!group || !(await groups.removeMember(tx, { key, userId: id }))) throw new AppError('not_found')
  await recordAct(tx, hands.witness, { act: 'member_removed', target: id, details: { group: key } })
  await tellAccess(tx, hands, { userId: id, change: 'taken', access: { what: 'group', name: group.name } })
}
