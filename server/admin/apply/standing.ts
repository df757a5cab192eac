import * as appRoles from '#db/app-roles.ts'
import type { Reader } from '#db/engine/database.ts'
import * as groups from '#db/groups.ts'
import * as policies from '#db/policies.ts'
import { type ShownAppRole, shownAppRole } from '#server/admin/app-roles/change.ts'
import type { GroupContent } from '#server/admin/groups/change.ts'
import { policyOf } from '#server/decisions/facts.ts'
import type { Policy } from '#server/policies/policy.ts'

export type RoleOfGroup = { app: string; key: string; group: string }

/** The rules of access as they stand: everything but who is a member and who has a role for themselves. */
export type Standing = {
  groups: GroupContent[]
  roles: ShownAppRole[]
  rolesOfGroups: RoleOfGroup[]
  policies: Policy[]
}

/** Returns the rules of access. A role that a group had until a time that is over is not among them. */
export async function readStanding(reader: Reader, now: number): Promise<Standing> {
  const [groupRows, domains, roles, policyRows] = await Promise.all([
    groups.list(reader, 0),
    groups.listDomains(reader),
    appRoles.list(reader),
    policies.list(reader),
  ])
  const domainsOf = Map.groupBy(domains, ({ groupKey }) => groupKey)
  const held = await Promise.all(groupRows.map(({ key }) => rolesOfGroup(reader, key, now)))
  return {
    groups: groupRows.map(({ key, name }) => ({
      key,
      name,
      domains: (domainsOf.get(key) ?? []).map(({ domain }) => domain),
    })),
    roles: roles.map(shownAppRole),
    rolesOfGroups: held.flat(),
    policies: policyRows.map(policyOf),
  }
}

async function rolesOfGroup(reader: Reader, group: string, now: number): Promise<RoleOfGroup[]> {
  const rows = await appRoles.listOfGroup(reader, group)
  return rows.filter(({ until }) => isLive(until, now)).map(({ app, role }) => ({ app, key: role, group }))
}

/** Tells whether something that ends at a time (epoch milliseconds; null: never) has not ended. */
export function isLive(until: number | null | undefined, now: number): boolean {
  return until === null || (until !== undefined && until > now)
}

/** How many members are read at once. */
const PAGE = 1_000

type Holder = { id: string; email: string }

/** Returns everybody who is a member of a group by name now. */
export async function readMembers(reader: Reader, key: string, now: number): Promise<Holder[]> {
  const found: groups.Member[] = []
  for (let after: string | undefined = ''; after !== undefined; ) {
    const page = await groups.listMembers(reader, { key, after, most: PAGE })
    found.push(...page)
    after = page.length === PAGE ? page.at(-1)?.id : undefined
  }
  return found.filter(({ until }) => isLive(until, now))
}

/** Returns everybody who has a role for themselves now. */
export async function readHolders(reader: Reader, role: { app: string; key: string }, now: number): Promise<Holder[]> {
  return (await appRoles.listPeople(reader, role)).filter(({ until }) => isLive(until, now))
}
