/** What an administrator may be allowed to do. Each use-case of `server/admin` names one of these. */
export type Permission =
  | 'read:people'
  | 'read:audit'
  | 'end:sessions'
  | 'cancel:recoveries'
  | 'suspend:people'
  | 'grant:roles'
  | 'confirm:roles'
  | 'read:access'
  | 'change:access'
  | 'manage:service-keys'
  | 'read:settings'
  | 'change:settings'
  | 'read:invitations'
  | 'invite:people'
  | 'approve:people'
  | 'read:mail'
  | 'manage:mail'
  | 'read:keys'

/** The roles of Latchkey itself, the one that may do most first. */
export const OWN_ROLES = ['owner', 'admin', 'helper', 'auditor'] as const
export type OwnRole = (typeof OWN_ROLES)[number]

type Role = { includes?: OwnRole; permissions: Permission[]; rank: number }

/**
 * What each role may do, also by the role that it includes. `rank`: an act on somebody needs a higher rank than theirs;
 * only owners act on their equals.
 */
const ROLES: Record<OwnRole, Role> = {
  owner: { includes: 'admin', permissions: ['confirm:roles', 'read:keys', 'manage:service-keys'], rank: 3 },
  admin: {
    includes: 'helper',
    permissions: [
      'read:audit',
      'suspend:people',
      'grant:roles',
      'read:settings',
      'change:settings',
      'read:invitations',
      'invite:people',
      'approve:people',
      'change:access',
      'manage:mail',
    ],
    rank: 2,
  },
  helper: { permissions: ['read:people', 'read:access', 'read:mail', 'end:sessions', 'cancel:recoveries'], rank: 1 },
  auditor: {
    permissions: [
      'read:people',
      'read:access',
      'read:audit',
      'read:settings',
      'read:invitations',
      'read:mail',
      'read:keys',
    ],
    rank: 1,
  },
}

export function isOwnRole(name: string): name is OwnRole {
  return OWN_ROLES.some((role) => role === name)
}

/** Returns whether one of the roles has a permission. */
export function allows(roles: OwnRole[], permission: Permission): boolean {
  return roles.some((name) => {
    const { includes, permissions } = ROLES[name]
    return permissions.includes(permission) || (includes !== undefined && allows([includes], permission))
  })
}

/** Returns everything that the roles allow. */
export function permissionsOf(roles: OwnRole[]): Permission[] {
  const all = roles.flatMap((name) => {
    const { includes, permissions } = ROLES[name]
    return [...permissions, ...(includes === undefined ? [] : permissionsOf([includes]))]
  })
  return [...new Set(all)]
}

/** Returns the highest rank of the roles; 0 without one. */
export function rankOf(roles: OwnRole[]): number {
  return Math.max(0, ...roles.map((role) => ROLES[role].rank))
}

/** Returns whether somebody with a rank may act on somebody with another: only on lower ones, and an owner on everybody. */
export function outranks(rank: number, other: number): boolean {
  return rank > other || rank === ROLES.owner.rank
}
