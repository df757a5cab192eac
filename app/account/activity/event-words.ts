import { CircleAlert, Clock, Download, type Icon, KeyRound, LifeBuoy, LogIn, LogOut, Mail, Pencil, ShieldCheck, Smartphone, Trash2, TriangleAlert, UserPlus } from '#app/_ui/icons.ts'
import type { EventKind, ShownEvent } from '#app/_web/activity.ts'

type Words = { icon: Icon; worrying?: true; say: (details: ShownEvent['details']) => string }

/** What is known about each kind of event. The compiler keeps the list complete. */
const WORDS: Record<EventKind, Words> = {
  account_created: { icon: UserPlus, say: ({ passkey }) => `Account made, with the passkey ${quoted(passkey)}` },
  account_renamed: { icon: Pencil, say: () => 'Your name was changed' },
  account_exported: { icon: Download, say: () => 'Your data was exported' },
  account_deletion_started: { icon: Trash2, worrying: true, say: () => 'Deleting the account was asked for' },
  account_deletion_undone: { icon: ShieldCheck, say: () => 'The account was kept: its deletion was called off' },

  signed_in: { icon: LogIn, say: (details) => `Signed in with ${means(details)}` },
  sign_in_failed: { icon: CircleAlert, worrying: true, say: (details) => `A sign-in with ${means(details)} was refused` },
  signed_out: { icon: LogOut, say: () => 'Signed out' },
  session_ended: { icon: LogOut, say: () => 'A session was ended' },
  sessions_ended: { icon: LogOut, say: ({ sessions, by }) => (by === 'operator' ? 'Whoever runs this site ended your sessions' : sessions === 1 ? 'One other session was ended' : `${sessions} other sessions were ended`) },
  confirmed: { icon: ShieldCheck, say: (details) => `Confirmed with ${means(details)} that it was you` },
  confirmation_failed: { icon: CircleAlert, worrying: true, say: (details) => `A confirmation with ${means(details)} was refused` },
  code_wrong: { icon: CircleAlert, worrying: true, say: () => 'A wrong authenticator or backup code was typed' },

  passkey_added: { icon: KeyRound, say: ({ passkey }) => `Passkey ${quoted(passkey)} added` },
  passkey_renamed: { icon: Pencil, say: ({ passkey }) => `A passkey was renamed to ${quoted(passkey)}` },
  passkey_removed: { icon: Trash2, say: ({ passkey }) => `Passkey ${quoted(passkey)} removed` },
  passkey_counter_regressed: { icon: TriangleAlert, worrying: true, say: ({ passkey }) => `The counter of ${quoted(passkey)} went backwards: there may be a copy of it` },

  totp_on: { icon: Smartphone, say: () => 'Authenticator app set up' },
  totp_replaced: { icon: Smartphone, say: () => 'Authenticator app replaced' },
  totp_off: { icon: Smartphone, say: () => 'Authenticator app turned off' },
  totp_disabled: { icon: TriangleAlert, worrying: true, say: () => 'Authenticator app switched off after too many wrong codes' },
  backup_codes_made: { icon: LifeBuoy, say: () => 'New backup codes made; older ones no longer work' },
  backup_code_used: { icon: LifeBuoy, say: ({ remaining }) => `A backup code was used; ${remaining} left` },
  password_set: { icon: KeyRound, say: () => 'Password set' },
  password_changed: { icon: KeyRound, say: () => 'Password changed' },
  password_removed: { icon: Trash2, say: () => 'Password removed' },
  password_wrong: { icon: CircleAlert, worrying: true, say: () => 'A wrong password was typed' },

  recovery_requested: { icon: Clock, worrying: true, say: () => 'A recovery was asked for' },
  recovery_started: { icon: Clock, worrying: true, say: () => 'The wait of a recovery began' },
  recovery_ready: { icon: Clock, worrying: true, say: () => 'The wait of a recovery is over' },
  recovery_cancelled: { icon: ShieldCheck, say: () => 'A recovery was cancelled' },
  recovery_completed: { icon: TriangleAlert, worrying: true, say: ({ passkey }) => `The account was recovered, with the new passkey ${quoted(passkey)}` },
  recovery_closed: { icon: Clock, say: () => 'A recovery ran out unused' },

  email_added: { icon: Mail, say: ({ address }) => `Address ${address} added` },
  email_removed: { icon: Mail, say: ({ address }) => `Address ${address} removed` },
  email_promoted: { icon: Mail, say: ({ address }) => `${address} became the main address` },
  email_change_undone: { icon: Mail, say: ({ address }) => `A change of ${address} was undone` },
}

const UNHEARD: Words = { icon: CircleAlert, say: () => 'Something this page does not know yet' }

/** An event in words, with its icon, and whether it should worry its reader. */
export function eventWords({ kind, details }: Pick<ShownEvent, 'kind' | 'details'>): { icon: Icon; sentence: string; worrying: boolean } {
  const { icon, worrying = false, say } = isKind(kind) ? WORDS[kind] : UNHEARD
  return { icon, worrying, sentence: say(details) }
}

function isKind(kind: string): kind is EventKind {
  return Object.hasOwn(WORDS, kind)
}

/** By what somebody proved, or tried to prove, who they are. */
function means({ passkey, code, way }: ShownEvent['details']): string {
  const factor = code === 'totp' ? 'the authenticator app' : code === undefined ? undefined : 'a backup code'
  if (way === 'password') return ['the password', factor].filter(Boolean).join(' and ')
  if (way === 'mailbox_code') return ['a code from the mailbox', factor].filter(Boolean).join(' and ')
  return factor ?? quoted(passkey)
}

function quoted(name: unknown): string {
  return typeof name === 'string' ? `“${name}”` : 'a passkey'
}
