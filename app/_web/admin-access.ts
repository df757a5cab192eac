import { administered } from '#app/_web/admin.ts'
import { listAppRoles } from '#server/admin/app-roles/change.ts'
import { readAppRole } from '#server/admin/app-roles/read.ts'
import { listGroups, readGroup } from '#server/admin/groups/list.ts'
import { listPolicies } from '#server/admin/policies/change.ts'
import { listServiceKeys } from '#server/admin/service-keys/change.ts'

export type { ShownAppRole } from '#server/admin/app-roles/change.ts'
export type { ShownHolders } from '#server/admin/app-roles/read.ts'
export type { ShownGroup, ShownMembers } from '#server/admin/groups/list.ts'
export type { TriedDecision } from '#server/admin/policies/try.ts'
export type { ShownServiceKey } from '#server/admin/service-keys/change.ts'
export type { Policy } from '#server/policies/policy.ts'

/** What pages of access read for an administrator. What is not there has no page. */
export const readGroups = administered(listGroups)
export const readOneGroup = administered(readGroup)
export const readAppRoles = administered(listAppRoles)
export const readOneAppRole = administered(readAppRole)
export const readPolicies = administered(listPolicies)
export const readServiceKeys = administered(listServiceKeys)
