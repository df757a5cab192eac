import {
  CircleAlert,
  CircleUser,
  Clock,
  Download,
  type Icon,
  KeyRound,
  LifeBuoy,
  LogIn,
  LogOut,
  Mail,
  Pencil,
  ShieldCheck,
  Smartphone,
  Trash2,
  TriangleAlert,
  UserPlus,
} from '#app/_ui/marks/icons.ts'
import type { EventKind, PastEventKind, ShownEvent } from '#app/_web/own.ts'
import { isOwnRole } from '#app/_web/own.ts'
import type { WordsOf } from '#app/_web/words.tsx'

type Kind = EventKind | PastEventKind

/** The icon of each kind of event. The compiler keeps the list complete. */
const ICONS: Record<Kind, Icon> = {
  account_created: UserPlus,
  account_renamed: Pencil,
  picture_set: CircleUser,
  picture_removed: Trash2,
  rehearsed: LifeBuoy,
  account_exported: Download,
  letters_chosen: Mail,
  account_deletion_started: Trash2,
  account_deletion_undone: ShieldCheck,

  signed_in: LogIn,
  sign_in_failed: CircleAlert,
  signed_out: LogOut,
  session_ended: LogOut,
  sessions_ended: LogOut,
  session_ended_by_codes: LogOut,
  confirmed: ShieldCheck,
  confirmation_failed: CircleAlert,
  code_wrong: CircleAlert,

  passkey_added: KeyRound,
  passkey_renamed: Pencil,
  passkey_removed: Trash2,
  passkey_counter_regressed: TriangleAlert,

  totp_on: Smartphone,
  totp_replaced: Smartphone,
  totp_off: Smartphone,
  totp_suspended: TriangleAlert,
  totp_revived: Smartphone,
  totp_disabled: TriangleAlert,
  backup_codes_made: LifeBuoy,
  backup_code_used: LifeBuoy,
  password_set: KeyRound,
  password_changed: KeyRound,
  password_removed: Trash2,
  password_wrong: CircleAlert,

  recovery_requested: Clock,
  recovery_started: Clock,
  recovery_ready: Clock,
  recovery_cancelled: ShieldCheck,
  recovery_completed: TriangleAlert,
  recovery_closed: Clock,
  account_taken_back: ShieldCheck,

  suspended: TriangleAlert,
  unsuspended: ShieldCheck,
  role_granted: UserPlus,
  role_removed: CircleUser,
  access_given: UserPlus,
  access_taken: CircleUser,
  roles_suspended: TriangleAlert,
  roles_confirmed: ShieldCheck,
  approved: ShieldCheck,

  email_added: Mail,
  email_removed: Mail,
  email_promoted: Mail,
  email_change_undone: Mail,
  email_brought_back: Mail,
  way_in_brought_back: ShieldCheck,
  way_in_removed_for_good: Trash2,
}

type Say = WordsOf<'activity'>

/** An event in words, with its icon. */
export function eventWords(
  { kind, details }: Pick<ShownEvent, 'kind' | 'details'>,
  say: Say,
): { icon: Icon; sentence: string } {
  if (!isKind(kind)) return { icon: CircleAlert, sentence: say('events.unheard') }
  const icon = ICONS[kind]
  if (kind === 'access_given' || kind === 'access_taken') return { icon, sentence: accessed(kind, details, say) }
  if (isOnlyAdministered(kind)) return { icon, sentence: administered(kind, details, say) }
  if (details.by === 'admin' && (kind === 'sessions_ended' || kind === 'recovery_cancelled'))
    return { icon, sentence: administered(kind, details, say) }
  const { passkey, address, sessions, remaining, by, count, first } = details
  const sentence = say(`events.${kind}`, {
    named: typeof passkey === 'string' ? 'yes' : 'no',
    passkey: String(passkey),
    means: means(details, say),
    by: String(by),
    first: first === true ? 'yes' : 'no',
    wayIn: wayIn(details, say),
    address: String(address),
    sessions: Number(sessions ?? 0),
    remaining: Number(remaining ?? 0),
  })
  return { icon, sentence: typeof count === 'number' ? say('repeated', { sentence, count }) : sentence }
}

function isKind(kind: string): kind is Kind {
  return Object.hasOwn(ICONS, kind)
}

/** What only administrators do to an account. */
const ONLY_ADMINISTERED = [
  'suspended',
  'unsuspended',
  'role_granted',
  'role_removed',
  'roles_suspended',
  'roles_confirmed',
  'approved',
] as const

type OnlyAdministered = (typeof ONLY_ADMINISTERED)[number]

function isOnlyAdministered(kind: Kind): kind is OnlyAdministered {
  return ONLY_ADMINISTERED.some((known) => known === kind)
}

/** Whether an administrator or the operator caused an event, and no session of the person. */
export function isAdministered({ kind, details: { by } }: Pick<ShownEvent, 'kind' | 'details'>): boolean {
  return by === 'admin' || by === 'operator' || ONLY_ADMINISTERED.some((known) => known === kind)
}

/** What an administrator or the operator did, and why. */
function administered(
  kind: OnlyAdministered | 'sessions_ended' | 'recovery_cancelled',
  details: ShownEvent['details'],
  say: Say,
): string {
  const { reason, role } = details
  const sentence = say(`administered.${kind}`, { who: whoActed(details, say), role: roleName(role, say) })
  return typeof reason === 'string' && reason !== '' ? say('because', { sentence, reason }) : sentence
}

/** A group or a role in an app that somebody was given, or lost. */
function accessed(kind: 'access_given' | 'access_taken', details: ShownEvent['details'], say: Say): string {
  const facts = { who: whoActed(details, say), name: String(details.name) }
  if (details.what === 'group')
    return kind === 'access_given' ? say('access.groupGiven', facts) : say('access.groupTaken', facts)
  return kind === 'access_given' ? say('access.roleGiven', facts) : say('access.roleTaken', facts)
}

function whoActed({ by, admin }: ShownEvent['details'], say: Say): string {
  if (by === 'operator') return say('who.operator')
  return typeof admin === 'string' ? say('who.admin', { admin }) : say('who.unnamed')
}

/** The role that an event is about, by its name on the page. */
function roleName(role: unknown, say: Say): string {
  return typeof role === 'string' && isOwnRole(role) ? say(`roles.${role}`) : ''
}

/** The way in that an event is about. */
function wayIn({ way, passkey }: ShownEvent['details'], say: Say): string {
  if (way === 'totp' || way === 'backup_codes' || way === 'password') return say(`ways.${way}`)
  return say('ways.passkey', { passkey: String(passkey) })
}

/** By what somebody proved, or tried to prove, who they are. */
function means({ passkey, code, way }: ShownEvent['details'], say: Say): string {
  const factor = code === undefined ? 'alone' : code === 'totp' ? 'totp' : 'backup_code'
  if (way === 'password') return say(`means.password.${factor}`)
  if (way === 'mailbox_code') return say(`means.mailbox.${factor}`)
  if (factor !== 'alone') return say(`means.${factor}`)
  return typeof passkey === 'string' ? say('means.passkey', { passkey }) : say('means.unnamed')
}
