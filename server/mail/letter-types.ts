import type { Way } from '#db/sessions.ts'
import type { Language } from '#server/words/language.ts'

/** Where and when something was done: what a letter tells its reader so that they can recognise it. */
export type Scene = { at: number; ip: string; userAgent: string }

/** A way to take a change of addresses back, for the letters that may offer it. */
type Undo = { undoId?: string; undoUntil?: number }

/**
 * Every letter and what its row in the outbox says. Never a secret: a code or a link's token is made from the row's id (or the
 * id named here) when the letter is rendered.
 */
export type Letters = {
  'sign-up-code': Scene
  'recovery-code': Scene
  'email-code': Scene

  'already-have-account': Scene
  'account-deletion-started': Scene & { deleteAt: number }
  'account-deletion-undone': Scene
  'account-deleted': Scene

  'passkey-added': Scene & { name: string }
  'passkey-removed': Scene & { name: string }
  'passkey-counter-regressed': Scene & { name: string }

  'new-browser': Scene & { way: Way }
  'borrowed-sign-in': Scene
  'suspicious-sign-in': Scene & { way: Extract<Way, 'password' | 'mailbox_code'> }

  'recovery-started': Scene & { recoveryId: string; readyAt: number }
  'recovery-reminder': Scene & { recoveryId: string; readyAt: number }
  'recovery-ready': Scene & { recoveryId: string; closesAt: number }
  'recovery-cancelled': Scene
  'recovery-completed': Scene

  'totp-on': Scene
  'totp-off': Scene
  'totp-disabled': Scene
  'backup-codes-made': Scene
  'backup-code-used': Scene & { remaining: number }
  'password-set': Scene
  'password-removed': Scene

  'email-added': Scene & { address: string } & Undo
  'email-removed': Scene & { address: string } & Undo
  'email-promoted': Scene & { address: string } & Undo
  'email-restored': Scene & { address: string }

  'several-notices': Scene & { notices: { letter: LetterName; at: number }[] }
}

export type LetterName = keyof Letters

/** A row of the outbox, as the renderer sees it. */
export type LetterOf<Name extends LetterName> = {
  [N in Name]: { id: string; to: string; language: Language; letter: N; params: Letters[N] }
}[Name]
export type Letter = LetterOf<LetterName>
