/** Everything that takes something away, and that only a touch of a settled way in allows. */
export const TOUCHED_ACTS = [
  'remove_passkey',
  'remove_app',
  'remove_password',
  'replace_app',
  'replace_backup_codes',
  'replace_password',
  'remove_email',
  'promote_email',
  'bring_back_email',
  'bring_back_way_in',
  'remove_for_good',
  'delete_account',
  'cancel_recovery',
  'suspend_person',
  'unsuspend_person',
  'end_sessions_of',
  'cancel_recovery_of',
  'grant_role',
  'remove_role',
  'confirm_roles',
  'become_owner',
  'put_group',
  'remove_group',
  'put_member',
  'remove_member',
  'put_app_role',
  'remove_app_role',
  'give_app_role',
  'take_app_role',
  'put_policy',
  'remove_policy',
  'make_service_key',
  'revoke_service_key',
  'change_settings',
  'invite',
  'revoke_invitation',
  'approve_person',
  'decline_person',
  'retry_letters',
] as const

export type TouchedAct = (typeof TOUCHED_ACTS)[number]

/** What a touch is for: the act, and the id of what it is done to if there are several. */
export type Touch = { act: TouchedAct; target?: string }

/** Returns a touch as the session's row stores it. */
export function writeTouch({ act, target = '' }: Touch): string {
  return `${act} ${target}`
}
