import type { ReactNode } from 'react'
import { tabMemory } from '#app/_ui/browser/tab-memory.ts'
import type { SentCode } from '#app/_ui/mailbox/sent-code.ts'
import type { CreationOptions } from '#app/_ui/passkeys/passkey-ceremony.ts'

/** An invitation, with what it says above the field. With `email` it is for that address only. */
export type Invited = { token: string; email?: string | undefined; title: string; intro: ReactNode }

/** How far a sign-up in this tab has come, with what the next step needs. */
export type Progress =
  | { step: 'address'; email: string; notice?: string }
  | (SentCode & { step: 'code'; email: string; invitation?: string | undefined })
  | { step: 'passkey'; email: string; ceremony: string; options: CreationOptions }
  | { step: 'waiting'; email: string }
  | { step: 'done'; email: string }

export type Go = (to: Progress) => void

export const STEP_NAMES = ['address', 'code', 'passkey'] as const
export const STEP_OF: Record<Progress['step'], number> = { address: 0, code: 1, passkey: 2, waiting: 3, done: 3 }

/** Only the code step is kept, for as long as the server keeps a mailbox code. */
export const MEMORY = tabMemory<Progress>('latchkey.sign-up', { code: 10 * 60_000 })
