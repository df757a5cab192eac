import { answer, api } from '#app/_ui/api/api.ts'

/** Something that is given to somebody: a group to a person, or a role of an app to a person or a group. */
export type Grant =
  | { kind: 'member'; group: string; id: string }
  | { kind: 'personRole'; app: string; role: string; id: string }
  | { kind: 'groupRole'; app: string; role: string; group: string }

const groups = api.admin.groups[':key'].members[':id']
const roles = api.admin['app-roles'][':app'][':key']

/** Gives it, until a time (epoch milliseconds) or for good. */
export function give(grant: Grant, until: number | undefined): Promise<unknown> {
  const json = { until }
  if (grant.kind === 'member') return answer(groups.$put({ param: { key: grant.group, id: grant.id }, json }))
  const { app, role: key } = grant
  if (grant.kind === 'personRole') return answer(roles.people[':id'].$put({ param: { app, key, id: grant.id }, json }))
  return answer(roles.groups[':group'].$put({ param: { app, key, group: grant.group }, json }))
}

/** Takes it away again. */
export function take(grant: Grant): Promise<unknown> {
  if (grant.kind === 'member') return answer(groups.$delete({ param: { key: grant.group, id: grant.id } }))
  const { app, role: key } = grant
  if (grant.kind === 'personRole') return answer(roles.people[':id'].$delete({ param: { app, key, id: grant.id } }))
  return answer(roles.groups[':group'].$delete({ param: { app, key, group: grant.group } }))
}
