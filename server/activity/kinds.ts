import type { EventKind, PastEventKind } from '#server/audit/record.ts'

/** What an event is about. */
export const TOPICS = ['sign_ins', 'ways_in', 'recovery', 'account'] as const
export type Topic = (typeof TOPICS)[number]

/** `worrying`: the owner should look at it. */
type Kind = { topic: Topic; worrying?: true }

/** What is known about each kind of event. The compiler keeps the list complete. */
const KINDS: Record<EventKind | PastEventKind, Kind> = {
  account_created: { topic: 'account' },
  account_renamed: { topic: 'account' },
  picture_set: { topic: 'account' },
  picture_removed: { topic: 'account' },
  rehearsed: { topic: 'account' },
  account_exported: { topic: 'account' },
  letters_chosen: { topic: 'account' },
  account_deletion_started: { topic: 'account', worrying: true },
  account_deletion_undone: { topic: 'account' },

  signed_in: { topic: 'sign_ins' },
  sign_in_failed: { topic: 'sign_ins', worrying: true },
  signed_out: { topic: 'sign_ins' },
  session_ended: { topic: 'sign_ins' },
  sessions_ended: { topic: 'sign_ins' },
  session_ended_by_codes: { topic: 'sign_ins', worrying: true },
  confirmed: { topic: 'sign_ins' },
  confirmation_failed: { topic: 'sign_ins', worrying: true },
  code_wrong: { topic: 'sign_ins', worrying: true },
  password_wrong: { topic: 'sign_ins', worrying: true },

  passkey_added: { topic: 'ways_in' },
  passkey_renamed: { topic: 'ways_in' },
  passkey_removed: { topic: 'ways_in' },
  passkey_counter_regressed: { topic: 'ways_in', worrying: true },
  totp_on: { topic: 'ways_in' },
  totp_replaced: { topic: 'ways_in' },
  totp_off: { topic: 'ways_in' },
  totp_suspended: { topic: 'ways_in', worrying: true },
  totp_revived: { topic: 'ways_in' },
  totp_disabled: { topic: 'ways_in', worrying: true },
  backup_codes_made: { topic: 'ways_in' },
  backup_code_used: { topic: 'ways_in' },
  password_set: { topic: 'ways_in' },
  password_changed: { topic: 'ways_in' },
  password_removed: { topic: 'ways_in' },
  email_added: { topic: 'ways_in' },
  email_removed: { topic: 'ways_in' },
  email_promoted: { topic: 'ways_in' },
  email_change_undone: { topic: 'ways_in' },
  email_brought_back: { topic: 'ways_in' },
  way_in_brought_back: { topic: 'ways_in' },
  way_in_removed_for_good: { topic: 'ways_in' },

  recovery_requested: { topic: 'recovery', worrying: true },
  recovery_started: { topic: 'recovery', worrying: true },
  recovery_ready: { topic: 'recovery', worrying: true },
  recovery_cancelled: { topic: 'recovery' },
  recovery_completed: { topic: 'recovery', worrying: true },
  recovery_closed: { topic: 'recovery' },
  account_taken_back: { topic: 'recovery', worrying: true },

  suspended: { topic: 'account', worrying: true },
  unsuspended: { topic: 'account' },
  role_granted: { topic: 'account', worrying: true },
  role_removed: { topic: 'account' },
  access_given: { topic: 'account' },
  access_taken: { topic: 'account' },
  roles_suspended: { topic: 'account', worrying: true },
  roles_confirmed: { topic: 'account' },
  approved: { topic: 'account' },
}

/** Returns what is known about a kind, and nothing for a kind that a newer version recorded. */
export function kindNamed(kind: string): Kind | undefined {
  return Object.hasOwn(KINDS, kind) ? KINDS[kind as keyof typeof KINDS] : undefined
}
