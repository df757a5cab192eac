import { DEEPEST, faultOfIncludes, MOST_ROLES } from '#server/admin/app-roles/change.ts'
import type { Standing } from '#server/admin/apply/standing.ts'
import type { Fault, Wanted } from '#server/admin/apply/wanted.ts'
import { MOST_GROUPS } from '#server/admin/groups/change.ts'
import { MOST_POLICIES } from '#server/admin/policies/change.ts'

const INCLUDES = {
  roleUnknown: 'must be roles of the same app',
  rolesTooDeep: `must not go in a circle, or more than ${DEEPEST} deep`,
}

/** Returns what is wrong with rules that each have the right form. `after`: all rules as they would be. */
export function faultsOfRules(wanted: Wanted, after: Standing): Fault[] {
  const { groups = [], roles = [], policies = [] } = wanted
  return [
    ...twice('groups', 'key', groups, ({ key }) => key),
    ...twice('roles', 'key', roles, ({ app, key }) => `${app}/${key}`),
    ...twice('policies', 'id', policies, ({ app, id }) => `${app}/${id}`),
    ...tooMany('groups', { all: after.groups }, MOST_GROUPS),
    ...tooMany('roles', byApp(after.roles), MOST_ROLES),
    ...tooMany('policies', byApp(after.policies), MOST_POLICIES),
    ...faultsOfIncludes(wanted, after),
    ...unknownGroups(wanted, after),
  ]
}

function twice<Thing>(section: string, member: string, things: Thing[], idOf: (thing: Thing) => string): Fault[] {
  const seen = new Set<string>()
  return things.flatMap((thing, at) => {
    const isFirst = !seen.has(idOf(thing))
    seen.add(idOf(thing))
    return isFirst ? [] : [{ path: [section, at, member], sentence: 'is there twice' }]
  })
}

function byApp<Thing extends { app: string }>(things: Thing[]): Partial<Record<string, Thing[]>> {
  return Object.groupBy(things, ({ app }) => app)
}

function tooMany(section: string, lists: Partial<Record<string, unknown[]>>, most: number): Fault[] {
  return Object.values(lists).flatMap((list = []) =>
    list.length > most ? [{ path: [section], sentence: `would be ${list.length}, and ${most} is the most` }] : [],
  )
}

/** A role that includes wrongly and is not named itself is at fault because of the roles that are. */
function faultsOfIncludes({ roles: wanted }: Wanted, { roles }: Standing): Fault[] {
  if (!wanted) return []
  return Object.values(byApp(roles)).flatMap((ofApp = []) => {
    const includes = new Map(ofApp.map(({ key, includes: included }) => [key, included]))
    return ofApp.flatMap(({ app, key }) => {
      const fault = faultOfIncludes(includes, key)
      if (!fault) return []
      const at = wanted.findIndex((role) => role.app === app && role.key === key)
      return at === -1
        ? [{ path: ['roles'], sentence: `do not fit role ${app}/${key}: what it includes ${INCLUDES[fault]}` }]
        : [{ path: ['roles', at, 'includes'], sentence: INCLUDES[fault] }]
    })
  })
}

function unknownGroups({ roles = [] }: Wanted, { groups }: Standing): Fault[] {
  const keys = new Set(groups.map(({ key }) => key))
  return roles.flatMap(({ groups: named = [] }, at) =>
    named.flatMap((group, place) =>
      keys.has(group) ? [] : [{ path: ['roles', at, 'groups', place], sentence: 'is no group' }],
    ),
  )
}
