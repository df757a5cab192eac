import type { Scale } from './scale.ts'

export type Player = 'owner' | 'attacker'

/** What can be bound to the account in a game. A code signs in only together with an address that its holder reads. */
export type WaySlot = 'passkey' | 'code' | 'newPasskey' | 'attackersPasskey' | 'stolenPasskey'
export type EmailSlot = 'main' | 'second' | 'owners' | 'attackers'

export const WAYS: readonly WaySlot[] = ['passkey', 'code', 'newPasskey', 'attackersPasskey', 'stolenPasskey']
export const EMAILS: readonly EmailSlot[] = ['main', 'second', 'owners', 'attackers']

export const HOLDER: readonly Player[] = ['owner', 'owner', 'owner', 'attacker', 'attacker']
export const CODE = 1
/** The slot of a passkey that a player adds or recovers with, and the one it moves to once it has settled. */
export const NEW = { owner: 2, attacker: 3 } as const
export const OLD = { owner: 0, attacker: 4 } as const
export const OWN_EMAIL = { owner: 2, attacker: 3 } as const

/**
 * A state is a list of small numbers: what is bound (ways, then addresses), the recovery of each address, and the rest.
 */
export type State = number[]

export const EMAIL = WAYS.length
export const RECOVERY = EMAIL + EMAILS.length
export const MAIN = RECOVERY + EMAILS.length
/** 0, or which address completed the last recovery, and for whom, while its passkey has not settled. */
export const RECOVERED = MAIN + 1
/** 0, or how many days are left until the account is deleted. */
export const DELETION = MAIN + 2
/** Whether the attacker has a session. */
export const SESSION = MAIN + 3
/** 0: the owner has not been told of anything; 1 and more: told that many days ago, plus one; the last: comes daily. */
export const MODE = MAIN + 4
export const SIZE = MAIN + 5

/** How the days of a bound thing are written in one number. */
export type Ages = {
  scale: Scale
  /** The number of a live thing that has settled; smaller ones are its days plus one, 0 is nothing. */
  settled: number
  daily: number
}

export function agesOf(scale: Scale): Ages {
  return { scale, settled: scale.settled + 1, daily: scale.away + 2 }
}

export function isLive(value: number, { settled }: Ages): boolean {
  return value > 0 && value <= settled
}

/** How a thing is kept after it was taken away. `final`: with a touch and a mailbox. */
export type Kept = { settled: boolean; final: boolean; daysLeft: number }

const KINDS = [
  { settled: true, final: false },
  { settled: true, final: true },
  { settled: false, final: false },
]

export function keep({ settled, final }: Omit<Kept, 'daysLeft'>, ages: Ages): number {
  const kind = KINDS.findIndex((kind) => kind.settled === settled && kind.final === (settled && final))
  return ages.settled + (kind + 1) * ages.scale.kept
}

export function keptOf(value: number, { settled, scale }: Ages): Kept | undefined {
  if (value <= settled) return undefined
  const days = value - settled - 1
  const kind = KINDS[Math.floor(days / scale.kept)]
  return kind && { ...kind, daysLeft: (days % scale.kept) + 1 }
}

/** Returns a bound thing's number a day later. */
function older(value: number, ages: Ages): number {
  if (value === 0 || value === ages.settled) return value
  if (value < ages.settled) return value + 1
  return keptOf(value, ages)?.daysLeft === 1 ? 0 : value - 1
}

/** Returns the state a day later, before anybody acts. Undefined: the account is deleted. */
export function nextDay(state: State, ages: Ages, { good, came }: { good: boolean; came: boolean }): State | undefined {
  if (state[DELETION] === 1) return undefined
  const next = [...state]
  for (let i = 0; i < RECOVERY; i++) next[i] = older(at(state, i), ages)
  const over = ages.scale.wait + ages.scale.ready
  for (let i = RECOVERY; i < MAIN; i++) {
    const recovery = at(state, i)
    next[i] = recovery === 0 || recovery === over ? 0 : recovery + 1
  }
  if (at(state, DELETION) > 0) next[DELETION] = at(state, DELETION) - 1
  for (const player of ['owner', 'attacker'] as const) settle(next, player, ages)
  if (!isRecovered(next, ages)) next[RECOVERED] = 0
  const mode = at(state, MODE)
  next[MODE] = mode === 0 ? 0 : came ? (good ? 0 : ages.daily) : mode + 1
  return next
}

/** Moves a passkey that has settled to its player's older slot if that has nothing live, so that the new slot is free. */
function settle(state: State, player: Player, ages: Ages): void {
  if (state[NEW[player]] !== ages.settled) return
  if (!isLive(at(state, OLD[player]), ages)) state[OLD[player]] = ages.settled
  state[NEW[player]] = 0
}

/** Returns whether the passkey of the last recovery is live and has not settled. */
export function isRecovered(state: State, ages: Ages): boolean {
  const recovered = at(state, RECOVERED)
  if (recovered === 0) return false
  const passkey = at(state, NEW[recovered % 2 === 1 ? 'owner' : 'attacker'])
  return passkey > 0 && passkey < ages.settled
}

export function at(state: State, index: number): number {
  // Every index is a constant of this file or a loop's below SIZE.
  return state[index] as number
}
