import * as appRoles from '#db/app-roles.ts'
import type { Reader } from '#db/engine/database.ts'
import * as groups from '#db/groups.ts'
import { domainOf } from '#server/addresses/address.ts'

/** A group of a person: by name, until a time (epoch milliseconds) or for good, or by the domain of the primary address. */
type GroupOfPerson = { key: string; name: string; until?: number; byDomain: boolean }

/** A role of a person in an app: for themselves, or by a group. */
type RoleInApp = { app: string; role: string; name: string; until?: number; group?: string }

/** What lets a person do something in apps, and where each comes from. */
export type AccessOfPerson = { groups: GroupOfPerson[]; appRoles: RoleInApp[] }

/** Returns the groups and the roles in apps that a person has now. Roles that these include are not listed. */
export async function accessOf(
  reader: Reader,
  { userId, email, now }: { userId: string; email: string; now: number },
): Promise<AccessOfPerson> {
  const counts = ({ until }: { until: number | null }) => until === null || until > now
  const [byName, byDomain, own] = await Promise.all([
    groups.listOfPerson(reader, userId),
    groups.listOfDomain(reader, domainOf(email.toLowerCase())),
    appRoles.listOfPerson(reader, userId),
  ])
  const named = byName.filter(counts)
  const others = byDomain.filter(({ key }) => !named.some((group) => group.key === key))
  const mine = [
    ...named.map(({ until, ...group }) => ({ ...group, until: until ?? undefined, byDomain: false })),
    ...others.map((group) => ({ ...group, byDomain: true })),
  ]
  const byGroup = await Promise.all(
    mine.map(async ({ key }) =>
      (await appRoles.listOfGroup(reader, key)).filter(counts).map((role) => ({ ...role, group: key })),
    ),
  )
  return {
    groups: mine,
    appRoles: [...own.filter(counts), ...byGroup.flat()].map(({ until, ...role }) => ({
      ...role,
      until: until ?? undefined,
    })),
  }
}
