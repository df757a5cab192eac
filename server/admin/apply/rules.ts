import { isDeepStrictEqual } from 'node:util'
import { type ShownAppRole } from '#server/admin/app-roles/change.ts'
import { faultsOfRules } from '#server/admin/apply/rule-faults.ts'
import type { RoleOfGroup, Standing } from '#server/admin/apply/standing.ts'
import type { Fault, Wanted } from '#server/admin/apply/wanted.ts'
import type { GroupContent } from '#server/admin/groups/change.ts'
import type { Policy } from '#server/policies/policy.ts'

/** One thing that is made (nothing before), changed or removed (nothing after). */
type Pair<Thing> = { before: Thing | undefined; after: Thing | undefined }

/** A change of a rule: a group, a role of an app, a policy, or a role that everybody in a group has. */
export type RuleStep =
  | ({ what: 'group' } & Pair<GroupContent>)
  | ({ what: 'role' } & Pair<ShownAppRole>)
  | ({ what: 'policy' } & Pair<Policy>)
  | ({ what: 'role_of_group'; act: 'give' | 'take' } & RoleOfGroup)

/** What is not named and therefore left alone, as text: `group sales`. `stays`: how much is as it is wanted. */
export type RulePlan = { faults: Fault[]; steps: RuleStep[]; stays: number; left: string[]; after: Standing }

/** Returns what has to be done with the rules so that they are as wanted. `prune`: what is not named is removed. */
export function planRules(wanted: Wanted, standing: Standing, prune: boolean): RulePlan {
  const groups = pairsOf(wanted.groups?.map(groupOf), standing.groups, { idOf: keyOf, prune })
  const roles = pairsOf(wanted.roles?.map(roleOf), standing.roles, { idOf: roleId, prune })
  const versions = new Map(standing.policies.map((policy) => [policyId(policy), policy.version]))
  const policies = pairsOf(
    wanted.policies?.map((policy) => ({ ...policy, version: (versions.get(policyId(policy)) ?? 0) + 1 })),
    standing.policies,
    { idOf: policyId, prune },
  )
  const after = { groups: groups.after, roles: roles.after, policies: policies.after, rolesOfGroups: [] }
  const given = planRolesOfGroups(wanted, { ...standing, groups: groups.after }, prune)
  return {
    faults: faultsOfRules(wanted, after),
    steps: [
      ...groups.pairs.map((pair) => ({ what: 'group' as const, ...pair })),
      ...roles.pairs.map((pair) => ({ what: 'role' as const, ...pair })),
      ...given.steps,
      ...policies.pairs.map((pair) => ({ what: 'policy' as const, ...pair })),
    ],
    stays: groups.stays + roles.stays + policies.stays + given.stays,
    left: [
      ...groups.left.map(({ key }) => `group ${key}`),
      ...roles.left.map((role) => `role ${roleId(role)}`),
      ...given.left,
      ...policies.left.map((policy) => `policy ${policyId(policy)}`),
    ],
    after,
  }
}

const keyOf = ({ key }: GroupContent) => key
const roleId = ({ app, key }: { app: string; key: string }) => `${app}/${key}`
const policyId = ({ app, id }: { app: string; id: string }) => `${app}/${id}`

function groupOf({ key, name, domains }: NonNullable<Wanted['groups']>[number]): GroupContent {
  return { key, name, domains }
}

function roleOf({ app, key, name, permissions, includes }: NonNullable<Wanted['roles']>[number]): ShownAppRole {
  return { app, key, name, permissions, includes }
}

type Named<Thing> = { idOf: (thing: Thing) => string; prune: boolean }

/** Nothing is wanted of a section that is missing. */
function pairsOf<Thing extends object>(
  wanted: Thing[] | undefined,
  standing: Thing[],
  { idOf, prune }: Named<Thing>,
): { pairs: Pair<Thing>[]; stays: number; left: Thing[]; after: Thing[] } {
  if (!wanted) return { pairs: [], stays: 0, left: standing, after: standing }
  const before = new Map(standing.map((thing) => [idOf(thing), thing]))
  const ids = new Set(wanted.map(idOf))
  const unnamed = standing.filter((thing) => !ids.has(idOf(thing)))
  const pairs = wanted.map((after) => ({ before: before.get(idOf(after)), after }))
  const changed = pairs.filter((pair) => !pair.before || !isSame(pair.before, pair.after))
  const removed = prune ? unnamed.map((thing) => ({ before: thing, after: undefined })) : []
  return {
    pairs: [...changed, ...removed],
    stays: pairs.length - changed.length,
    left: prune ? [] : unnamed,
    after: prune ? wanted : [...unnamed, ...wanted],
  }
}

/** Two things are the same in another order of their lists, and of another version. */
function isSame(one: object, other: object): boolean {
  return isDeepStrictEqual(comparable(one), comparable(other))
}

function comparable(thing: object): object {
  const members = Object.entries(thing).filter(([name, value]) => name !== 'version' && value !== undefined)
  return Object.fromEntries(
    members.map(([name, value]) => [name, Array.isArray(value) ? [...new Set(value.map(String))].toSorted() : value]),
  )
}

function planRolesOfGroups(
  { roles = [] }: Wanted,
  { groups, rolesOfGroups }: Pick<Standing, 'groups' | 'rolesOfGroups'>,
  prune: boolean,
): { steps: RuleStep[]; stays: number; left: string[] } {
  const remaining = new Set(groups.map(keyOf))
  const plans = roles
    .filter(({ groups: named }) => named !== undefined)
    .map(({ app, key, groups: named = [] }) => {
      const held = rolesOfGroups.filter((given) => given.app === app && given.key === key).map(({ group }) => group)
      const missing = [...new Set(named)].filter((group) => !held.includes(group))
      // A group that is removed takes its roles with it.
      const unnamed = held.filter((group) => !named.includes(group) && remaining.has(group))
      const step = (act: 'give' | 'take') => (group: string) => ({
        what: 'role_of_group' as const,
        act,
        app,
        key,
        group,
      })
      return {
        steps: [...missing.map(step('give')), ...(prune ? unnamed.map(step('take')) : [])],
        stays: held.length - held.filter((group) => !named.includes(group)).length,
        left: prune ? [] : unnamed.map((group) => `role ${app}/${key} for group ${group}`),
      }
    })
  return {
    steps: plans.flatMap(({ steps }) => steps),
    stays: plans.reduce((sum, { stays }) => sum + stays, 0),
    left: plans.flatMap(({ left }) => left),
  }
}
