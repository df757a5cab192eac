import * as appRoles from '#db/app-roles.ts'
import * as groups from '#db/groups.ts'
import { type Admin, requirePermission } from '#server/admin/admin.ts'
import { AppError } from '#server/errors.ts'
import type { World } from '#server/world.ts'

const AT_A_TIME = 50
/** Members are counted up to this number. */
const MOST_COUNTED = 1_000

/** A group. `members`: how many belong to it by name, counted up to a thousand; whoever has a primary address at one of `domains` does too. */
export type ShownGroup = groups.Group & { domains: string[]; members: number }

/** Returns every group, in the order of their keys. */
export async function listGroups(world: World, admin: Admin): Promise<{ groups: ShownGroup[] }> {
  requirePermission(admin, 'read:access')
  const [rows, domains] = await world.db.read((reader) =>
    Promise.all([groups.list(reader, MOST_COUNTED), groups.listDomains(reader)]),
  )
  const domainsOf = Map.groupBy(domains, ({ groupKey }) => groupKey)
  return {
    groups: rows.map(({ key, name, members }) => ({
      key,
      name,
      members: Number(members),
      domains: (domainsOf.get(key) ?? []).map(({ domain }) => domain),
    })),
  }
}

export type ShownMembers = {
  group: ShownGroup
  members: { id: string; email: string; until?: number }[]
  roles: { app: string; role: string; name: string; until?: number }[]
  next?: string
}

/** Returns one group with fifty of its members, and the roles that it gives. `next` asks for more. */
export async function readGroup(
  world: World,
  admin: Admin,
  { key, after = '' }: { key: string; after?: string },
): Promise<ShownMembers> {
  requirePermission(admin, 'read:access')
  return world.db.read(async (reader) => {
    const [group, domains, count, rows, roles] = await Promise.all([
      groups.find(reader, key),
      groups.listDomainsOf(reader, key),
      groups.countMembers(reader, { key, most: MOST_COUNTED }),
      groups.listMembers(reader, { key, after, most: AT_A_TIME + 1 }),
      appRoles.listOfGroup(reader, key),
    ])
    if (!group) throw new AppError('not_found')
    const shown = rows.slice(0, AT_A_TIME)
    return {
      group: { ...group, domains, members: count },
      members: shown.map(({ id, email, until }) => ({ id, email, until: until ?? undefined })),
      roles: roles.map(({ until, ...rest }) => ({ ...rest, until: until ?? undefined })),
      next: rows.length > AT_A_TIME ? shown.at(-1)?.id : undefined,
    }
  })
}
