import type { WayKind } from '#db/retired.ts'
import type { Way } from '#db/sessions.ts'
import type { SignUpMode } from '#server/config/sign-up.ts'
import type { QuietLetter } from '#server/mail/quiet-letters.ts'
import type { OwnRole } from '#server/roles/own-roles.ts'
import type { Language } from '#server/words/language.ts'

/**
 * When and where something happened, so that the reader of a letter can recognise it. `at` is epoch milliseconds. `person`:
 * the name of the account’s owner at that time, if they had one.
 */
export type Scene = { at: number; ip: string; userAgent: string; person?: string }

/** A letter that several requests may share has a code of twelve digits. */
type Long = { long?: true }

/** `until`: what was taken away or replaced can be brought back until then (epoch milliseconds). */
type Kept = { until?: number }

/** Who acted: an administrator, with their name if they have one, or the operator. */
type ByAdmin = { by: 'admin' | 'operator'; admin?: string }

/** What an administrator did to the account of the reader, or the operator. `until`: when it ends by itself (epoch milliseconds). */
type Administered = ByAdmin & {
  act:
    | 'suspended'
    | 'unsuspended'
    | 'sessions_ended'
    | 'recovery_cancelled'
    | 'role_granted'
    | 'role_removed'
    | 'roles_confirmed'
  reason?: string
  role?: OwnRole
  until?: number
}

/** A way in that was removed; `name` is a passkey's. */
type RemovedWay = { wayIn: WayKind; name?: string }

/**
 * A live recovery and the address that asked for it. `emailId`: the reader may cancel it with a link. `awaited`: its clock
 * waits for this letter.
 */
type Live = { recoveryId: string; address: string; emailId?: string; awaited?: true }

/**
 * Every letter and the parameters that its row in the outbox stores. They never hold a secret: rendering the letter
 * derives a code or a link's token from the row's id, or from the id in the parameters.
 */
export type Letters = {
  'sign-up-code': Scene & Long
  'recovery-code': Scene & Long
  'email-code': Scene & Long
  'removal-code': Scene & Long
  'rehearsal-code': Scene & Long

  'already-have-account': Scene & Long
  'address-not-allowed': Scene & Long
  'sign-up-waiting': Scene
  'sign-up-approved': Scene
  'sign-up-declined': Scene
  invitation: Scene & ByAdmin & { invitationId: string; expiresAt: number }
  'account-deletion-started': Scene & { deleteAt: number }
  'account-deletion-undone': Scene
  'account-deleted': Scene
  'data-exported': Scene
  'letters-chosen': Scene & { quiet: QuietLetter[] }

  'passkey-added': Scene & { name: string }
  'passkey-removed': Scene & Kept & { name: string }
  'passkey-counter-regressed': Scene & { name: string }

  'new-browser': Scene & { way: Way }
  'borrowed-sign-in': Scene
  'wrong-codes-in-session': Scene
  'session-ended-by-codes': Scene
  'suspicious-sign-in': Scene & { way: Extract<Way, 'password' | 'mailbox_code'> }

  'recovery-started': Scene & Live & { readyAt: number }
  'recovery-reminder': Scene & Live & { readyAt: number }
  'recovery-ready': Scene & Live & { closesAt: number }
  'recovery-cancelled': Scene
  'recovery-completed': Scene & { until: number }
  'account-taken-back': Scene

  'totp-on': Scene & Kept
  'totp-off': Scene & Kept
  'totp-suspended': Scene
  'totp-revived': Scene
  'backup-codes-made': Scene & Kept & { first?: true }
  'backup-code-used': Scene & { remaining: number }
  'password-set': Scene & Kept
  'password-removed': Scene & Kept

  'way-in-brought-back': Scene & RemovedWay
  'way-in-removed-for-good': Scene & RemovedWay & { until: number }

  'email-added': Scene & { address: string }
  'email-removed': Scene & Kept & { address: string }
  'email-promoted': Scene & { address: string }
  'email-restored': Scene & { address: string }

  administered: Scene & Administered
  /** `access`: a group, or a role in an app, by its name. */
  'access-changed': Scene &
    Pick<Administered, 'by' | 'admin' | 'until'> & {
      change: 'given' | 'taken'
      access: { what: 'group' | 'role'; name: string; app?: string }
    }
  /** A rule of access was made, changed or removed. */
  'access-rule-changed': Scene &
    Pick<Administered, 'by' | 'admin'> & { rule: 'group' | 'role' | 'policy' | 'key'; name: string; app?: string }
  'roles-changed': Scene & {
    change: 'granted' | 'removed' | 'suspended' | 'confirmed'
    address: string
    role?: OwnRole
  }
  'sign-up-changed': Scene & ByAdmin & { mode: SignUpMode; domains: string[] }
  'people-waiting': Scene
  'test-letter': Scene

  'several-notices': Scene & { notices: { letter: LetterName; at: number }[] }
}

export type LetterName = keyof Letters

/** The letters that answer a request for a code. */
export type CodeLetterName =
  | 'sign-up-code'
  | 'recovery-code'
  | 'email-code'
  | 'removal-code'
  | 'rehearsal-code'
  | 'already-have-account'
  | 'address-not-allowed'

/** A row of the outbox, parsed for the renderer. */
export type LetterOf<Name extends LetterName> = {
  [N in Name]: { id: string; to: string; language: Language; letter: N; params: Letters[N] }
}[Name]
export type Letter = LetterOf<LetterName>
