import {
  CircleAlert,
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
import type { WordsOf } from '#app/_web/words.tsx'

type Words = { icon: Icon; worrying?: true }

type Kind = EventKind | PastEventKind

/** What is known about each kind of event. The compiler keeps the list complete. */
const WORDS: Record<Kind, Words> = {
  account_created: { icon: UserPlus },
  account_renamed: { icon: Pencil },
  account_exported: { icon: Download },
  account_deletion_started: { icon: Trash2, worrying: true },
  account_deletion_undone: { icon: ShieldCheck },

  signed_in: { icon: LogIn },
  sign_in_failed: { icon: CircleAlert, worrying: true },
  signed_out: { icon: LogOut },
  session_ended: { icon: LogOut },
  sessions_ended: { icon: LogOut },
  session_ended_by_codes: { icon: LogOut, worrying: true },
  confirmed: { icon: ShieldCheck },
  confirmation_failed: { icon: CircleAlert, worrying: true },
  code_wrong: { icon: CircleAlert, worrying: true },

  passkey_added: { icon: KeyRound },
  passkey_renamed: { icon: Pencil },
  passkey_removed: { icon: Trash2 },
  passkey_counter_regressed: { icon: TriangleAlert, worrying: true },

  totp_on: { icon: Smartphone },
  totp_replaced: { icon: Smartphone },
  totp_off: { icon: Smartphone },
  totp_suspended: { icon: TriangleAlert, worrying: true },
  totp_revived: { icon: Smartphone },
  totp_disabled: { icon: TriangleAlert, worrying: true },
  backup_codes_made: { icon: LifeBuoy },
  backup_code_used: { icon: LifeBuoy },
  password_set: { icon: KeyRound },
  password_changed: { icon: KeyRound },
  password_removed: { icon: Trash2 },
  password_wrong: { icon: CircleAlert, worrying: true },

  recovery_requested: { icon: Clock, worrying: true },
  recovery_started: { icon: Clock, worrying: true },
  recovery_ready: { icon: Clock, worrying: true },
  recovery_cancelled: { icon: ShieldCheck },
  recovery_completed: { icon: TriangleAlert, worrying: true },
  recovery_closed: { icon: Clock },
  account_taken_back: { icon: ShieldCheck, worrying: true },

  email_added: { icon: Mail },
  email_removed: { icon: Mail },
  email_promoted: { icon: Mail },
  email_change_undone: { icon: Mail },
  email_brought_back: { icon: Mail },
  way_in_brought_back: { icon: ShieldCheck },
  way_in_removed_for_good: { icon: Trash2 },
}

const UNHEARD: Words = { icon: CircleAlert }

type Say = WordsOf<'activity'>

/** An event in words, with its icon, and whether it should worry its reader. */
export function eventWords(
  { kind, details }: Pick<ShownEvent, 'kind' | 'details'>,
  say: Say,
): { icon: Icon; sentence: string; worrying: boolean } {
  if (!isKind(kind)) return { ...UNHEARD, worrying: false, sentence: say('events.unheard') }
  const { icon, worrying = false } = WORDS[kind]
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
  return { icon, worrying, sentence: typeof count === 'number' ? say('repeated', { sentence, count }) : sentence }
}

function isKind(kind: string): kind is Kind {
  return Object.hasOwn(WORDS, kind)
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
