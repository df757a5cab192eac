import type { Admin, Permission } from '#app/_web/admin.ts'
import { listWaiting } from '#server/admin/approvals/list.ts'
import { readSignUp } from '#server/admin/settings/sign-up.ts'
import { SIGN_UP_MODES } from '#server/config/sign-up.ts'
import { listInvitations } from '#server/invitations/list.ts'
import { allows } from '#server/roles/own-roles.ts'
import { theWorld } from '#server/world.ts'

export type { WaitingPerson } from '#server/admin/approvals/list.ts'
export type { RuleVersion, ShownSignUp } from '#server/admin/settings/sign-up.ts'
export type { ListedInvitation } from '#server/invitations/list.ts'

export { SIGN_UP_MODES }

/** Returns whether the administrator may do something, so that a page offers nothing that is refused. */
export function mayDo({ roles }: Admin, permission: Permission): boolean {
  return allows(roles, permission)
}

/** Who may sign up, and what it was before. */
export function adminSignUp(admin: Admin) {
  return readSignUp(theWorld(), admin)
}

/** Invitations before one, the newest first. */
export function adminInvitations(admin: Admin, before: string | undefined) {
  return listInvitations(theWorld(), admin, { before })
}

/** People after one who wait for approval, who waited longest first. */
export function adminWaiting(admin: Admin, after: string | undefined) {
  return listWaiting(theWorld(), admin, { after })
}
