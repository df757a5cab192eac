import type { FactorWay } from '#app/_ui/confirmation/factor-field.tsx'
import type { SentCode } from '#app/_ui/mailbox/sent-code.ts'

/** Where a recovery stands, as the server tells it. Times are epoch milliseconds of the server's clock. */
type Standing = { state: 'none' | 'waiting' | 'ready'; readyAt?: number; closesAt?: number }

/** A proven mailbox: the pass that says so, and what it opens. */
export type Pass = Standing & { email: string; ceremony: string; ways: FactorWay[] }

/** How far the person has come in this tab, with what the next step needs. */
export type Progress =
  | { step: 'address'; email: string; notice?: string }
  | (SentCode & { step: 'code'; email: string })
  | { step: 'second' | 'explain' | 'waiting' | 'ready'; pass: Pass }
  | { step: 'cancelled'; email: string }
  | { step: 'offer' }
  | { step: 'codes'; email: string; codes: string[] }

export type Go = (to: Progress) => void

export const STEP_NAMES = ['address', 'code', 'way'] as const

/** Which of the named steps this is; 3 is past all of them. */
export function placeOf({ step }: Progress): number {
  if (step === 'address') return 0
  if (step === 'code') return 1
  return step === 'offer' || step === 'codes' ? 3 : 2
}

/** The step that a pass leads to: what is quickest for the person comes first. */
export function stepFor(pass: Pass): Progress {
  if (pass.state !== 'none') return { step: pass.state, pass }
  return { step: pass.ways.length > 0 ? 'second' : 'explain', pass }
}
