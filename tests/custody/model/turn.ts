import type { Act, Proofs, Rules } from '#server/custody/rules.ts'
import {
  type Ages,
  at,
  CODE,
  DELETION,
  EMAIL,
  EMAILS,
  HOLDER,
  isLive,
  keptOf,
  type Player,
  SESSION,
  type State,
  WAYS,
} from './state.ts'

/** Who reads each address of a game. */
export type Readers = readonly (readonly Player[])[]

/** What a game is played by. */
export type Game = {
  rules: Rules
  ages: Ages
  readers: Readers
  /** Ways in that the owner must have at the end of a good day. */
  whole?: readonly number[]
  /** Addresses that must not be there at the end of a good day. */
  out?: readonly number[]
  /** The owner recovers as docs/custody.md tells them to, and never waits instead. */
  diligent?: boolean
}

/** Something that a player does: the act, its target (a way in or an address), and the address that proved it. */
export type Move = { player: Player; act: Act | OtherAct; target?: number; by?: number; final?: true }
type OtherAct = 'guess' | 'keep_account' | 'end_sessions' | 'add_passkey' | 'add_email' | 'take_back' | 'bring_back_way'

/** What one player holds and has proven in a state. */
export type Turn = {
  game: Game
  state: State
  player: Player
  /** The live addresses that the player reads. */
  reads: number[]
  /** Whether the player reads an address with which a code signs in. One that was removed in the last days does. */
  usesCode: boolean
  /** Whether the player can sign in with a way in, and whether they are in by that or by a session. */
  signsIn: boolean
  isIn: boolean
  /** The best touch that the player can give, and the session it is given in. */
  touch: Proofs
  /** Whether the player also reads an address that has settled. */
  readsSettled: boolean
}

export function turnOf(game: Game, state: State, player: Player): Turn {
  const { ages, readers } = game
  const reads: number[] = []
  for (let i = 0; i < EMAILS.length; i++)
    if (readers[i]?.includes(player) && isLive(at(state, EMAIL + i), ages)) reads.push(i)
  let usesCode = reads.length > 0
  for (let i = 0; i < EMAILS.length && !usesCode; i++)
    usesCode = readers[i]?.includes(player) === true && keptOf(at(state, EMAIL + i), ages) !== undefined
  let signsIn = false
  let settled = false
  for (let i = 0; i < WAYS.length; i++) {
    if (HOLDER[i] !== player || !isLive(at(state, i), ages) || (i === CODE && !usesCode)) continue
    signsIn = true
    settled ||= at(state, i) === ages.settled
  }
  // A planned deletion has ended every session, and to sign in is to keep the account.
  const isIn = at(state, DELETION) === 0 && (signsIn || (player === 'attacker' && at(state, SESSION) === 1))
  return {
    game,
    state,
    player,
    reads,
    usesCode,
    signsIn,
    isIn,
    touch: { session: isIn, ...(isIn && signsIn && { touch: { settled } }) },
    readsSettled: reads.some((i) => at(state, EMAIL + i) === ages.settled),
  }
}

/** Returns whether the owner is in, with everything that they were promised, and nobody else is. */
export function isOwnersAlone(game: Game, state: State): boolean {
  if (at(state, DELETION) > 0 || at(state, SESSION) === 1 || turnOf(game, state, 'attacker').signsIn) return false
  if (game.whole?.some((way) => !isLive(at(state, way), game.ages))) return false
  if (game.out?.some((email) => isLive(at(state, EMAIL + email), game.ages))) return false
  return turnOf(game, state, 'owner').isIn
}
