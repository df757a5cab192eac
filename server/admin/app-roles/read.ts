import * as appRoles from '#db/app-roles.ts'
import { shownAppRole, type ShownAppRole } from '#server/admin/app-roles/change.ts'
import { type Admin, requirePermission } from '#server/admin/admin.ts'
import { AppError } from '#server/errors.ts'
import type { World } from '#server/world.ts'

const AT_A_TIME = 50

/** Who has a role of an app: groups, and people for themselves. Times are epoch milliseconds. */
export type ShownHolders = {
  role: ShownAppRole
  groups: { key: string; name: string; until?: number }[]
  people: { id: string; email: string; until?: number }[]
  next?: string
}

/** Returns one role of an app with its groups and fifty of its people. `next` asks for more. Refuses with `not_found`. */
export async function readAppRole(
  world: World,
  admin: Admin,
  { app, key, after = '' }: { app: string; key: string; after?: string },
): Promise<ShownHolders> {
  requirePermission(admin, 'read:access')
  return world.db.read(async (reader) => {
    const [role, groups, rows] = await Promise.all([
      appRoles.find(reader, { app, key }),
      appRoles.listGroupsWith(reader, { app, key }),
      appRoles.listPeopleWith(reader, { app, key, after, most: AT_A_TIME + 1 }),
    ])
    if (!role) throw new AppError('not_found')
    const shown = rows.slice(0, AT_A_TIME)
    return {
      role: shownAppRole(role),
      groups: groups.map(({ until, ...rest }) => ({ ...rest, until: until ?? undefined })),
      people: shown.map(({ until, ...rest }) => ({ ...rest, until: until ?? undefined })),
      next: rows.length > AT_A_TIME ? shown.at(-1)?.id : undefined,
    }
  })
}
