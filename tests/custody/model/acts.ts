import { type Act, may, mayRemoveForGood, mayTakeBack, type Proofs, type Rules } from '#server/custody/rules.ts'
import {
  type Ages,
  at,
  CODE,
  DELETION,
  EMAIL,
  EMAILS,
  HOLDER,
  isLive,
  keep,
  keptOf,
  MAIN,
  MODE,
  NEW,
  OWN_EMAIL,
  type Player,
  RECOVERED,
  RECOVERY,
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
}

/** Something that a player does: the act, its target (a way in or an address), and the address that proved it. */
export type Move = { player: Player; act: Act | OtherAct; target?: number; by?: number; final?: true }
type OtherAct = 'guess' | 'keep_account' | 'end_sessions' | 'add_passkey' | 'add_email' | 'take_back' | 'bring_back_way'

type Visit = (move: Move, next: State) => void

/**
 * Calls back with everything that a player can do now, and the state after it. The owner first does, in a fixed order,
 * what only does them good, and leaves out what only harms them. That makes the graph smaller and winning no easier.
 */
export function eachMove(game: Game, state: State, player: Player, visit: Visit): void {
  const turn = turnOf(game, state, player)
  if (player === 'attacker') return eachOf(turn, visit)
  let first: { move: Move; next: State } | undefined
  eachOf(turn, (move, next) => {
    if (isGood(game, turn, move) && (!first || move.final)) first = { move, next }
  })
  if (first) return visit(first.move, first.next)
  // Whoever can touch needs no recovery.
  if (!turn.touch.touch?.settled) eachOf(turn, (move, next) => CHOICES.has(move.act) && visit(move, next))
}

/** Returns whether the owner has something left to do today that only does them good. */
export function isBusy(game: Game, state: State): boolean {
  const turn = turnOf(game, state, 'owner')
  let busy = false
  eachOf(turn, (move) => {
    busy ||= isGood(game, turn, move)
  })
  return busy
}

/** Whether somebody else reads an address, or its owner does not. */
function isReadByOthers(readers: Readers, email: number): boolean {
  return readers[email]?.includes('attacker') === true || readers[email]?.includes('owner') !== true
}

function eachOf(turn: Turn, visit: Visit): void {
  signs(turn, visit)
  guesses(turn, visit)
  adds(turn, visit)
  takesAway(turn, visit)
  recovers(turn, visit)
  takesBack(turn, visit)
}

/** What the owner may do or leave. */
const CHOICES = new Set<Move['act']>(['start_recovery', 'complete_recovery', 'cancel_recovery'])

function isGood({ readers }: Game, { state, touch }: Turn, { act, target = 0, by }: Move): boolean {
  const theirs = readers[target]?.includes('attacker') === true
  const ours = readers[target]?.includes('owner') === true
  switch (act) {
    case 'end_sessions':
    case 'keep_account':
    case 'take_back':
      return true
    case 'add_email':
      return touch.touch?.settled === true && isReadByOthers(readers, at(state, MAIN))
    case 'remove_way_in':
      return HOLDER[target] === 'attacker'
    case 'remove_email':
      return theirs
    case 'promote_email':
      return ours && !theirs && isReadByOthers(readers, at(state, MAIN))
    case 'bring_back_way':
      return HOLDER[target] === 'owner'
    case 'bring_back':
      return ours && !theirs
    case 'cancel_recovery':
      return theirs && (by === undefined || !readers[by]?.includes('attacker'))
    default:
      return false
  }
}

/** What one player holds and has proven in a state. */
type Turn = {
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
  const isIn = signsIn || (player === 'attacker' && at(state, SESSION) === 1)
  return {
    game,
    state,
    player,
    reads,
    usesCode,
    signsIn,
    isIn,
    touch: { session: isIn, ...(signsIn && { touch: { settled } }) },
    readsSettled: reads.some((i) => at(state, EMAIL + i) === ages.settled),
  }
}

function mailbox({ state, game }: Turn, email: number): NonNullable<Proofs['mailbox']> {
  return { settled: at(state, EMAIL + email) === game.ages.settled, main: at(state, MAIN) === email }
}

/** Nobody is told of the end of a session. An attacker who can sign in has done so. */
function signs({ state, player, signsIn, isIn }: Turn, visit: Visit): void {
  if (player === 'owner' && isIn && at(state, SESSION) === 1)
    visit({ player, act: 'end_sessions' }, changed(state, { [SESSION]: 0 }))
  if (signsIn && at(state, DELETION) > 0)
    visit({ player, act: 'keep_account' }, told(player, changed(state, { [DELETION]: 0 })))
}

/** Without the rule about them, wrong codes in a session remove the code. */
function guesses({ state, player, isIn, game }: Turn, visit: Visit): void {
  if (!game.rules.guesses && player === 'attacker' && isIn && isLive(at(state, CODE), game.ages))
    visit({ player, act: 'guess', target: CODE }, told(player, changed(state, { [CODE]: 0 })))
}

/** Whoever is in adds what has not settled. */
function adds({ state, player, isIn }: Turn, visit: Visit): void {
  if (!isIn) return
  const passkey = NEW[player]
  if (at(state, passkey) === 0) visit({ player, act: 'add_passkey' }, told(player, changed(state, { [passkey]: 1 })))
  const email = EMAIL + OWN_EMAIL[player]
  if (at(state, email) === 0) visit({ player, act: 'add_email' }, told(player, changed(state, { [email]: 1 })))
}

const SETTLED = { settled: true, main: false }

function takesAway(turn: Turn, visit: Visit): void {
  const { game, state, player, touch, readsSettled } = turn
  const { ages, rules } = game
  const finals = readsSettled && mayRemoveForGood({ ...touch, mailbox: SETTLED }, rules) ? [false, true] : [false]
  if (may('remove_way_in', touch, {}, rules))
    for (let way = 0; way < EMAIL; way++) {
      const live = isLive(at(state, way), ages)
      if (live ? isLastWayIn(state, way, ages) : !keptOf(at(state, way), ages)) continue
      // What is kept already can only be removed for good.
      for (const final of live ? finals : finals.slice(1))
        visit(
          { player, act: 'remove_way_in', target: way, ...(final && { final }) },
          told(player, changed(state, { [way]: taken(game, at(state, way), final) })),
        )
    }
  if (may('bring_back', touch, {}, rules))
    for (let way = 0; way < EMAIL; way++)
      if (keptOf(at(state, way), ages)?.settled)
        visit({ player, act: 'bring_back_way', target: way }, told(player, changed(state, { [way]: ages.settled })))
  const main = at(state, MAIN)
  for (let email = 0; email < EMAILS.length; email++) {
    const value = at(state, EMAIL + email)
    if (!isLive(value, ages)) {
      if (keptOf(value, ages)) bringsBack(turn, email, visit)
      continue
    }
    if (email !== main && may('promote_email', touch, {}, rules))
      visit({ player, act: 'promote_email', target: email }, told(player, changed(state, { [MAIN]: email })))
    if (email !== main && may('remove_email', touch, {}, rules))
      visit({ player, act: 'remove_email', target: email }, told(player, without(game, state, email)))
  }
  if (at(state, DELETION) === 0 && may('delete_account', touch, {}, rules))
    visit({ player, act: 'delete_account' }, told(player, changed(state, { [DELETION]: ages.scale.kept })))
}

/** A removed address comes back by a touch. By its own letter only without the rule that it is out. */
function bringsBack({ game, state, player, touch }: Turn, email: number, visit: Visit): void {
  const { ages, rules } = game
  const back = { [EMAIL + email]: ages.settled }
  if (may('bring_back', touch, {}, rules))
    visit({ player, act: 'bring_back', target: email }, told(player, changed(state, back)))
  else if (!rules.removedIsOut && game.readers[email]?.includes(player))
    visit(
      { player, act: 'bring_back', target: email, by: email },
      told(player, changed(state, { ...back, [SESSION]: 0 })),
    )
}

function recovers(turn: Turn, visit: Visit): void {
  const { game, state, player, reads, touch } = turn
  const { rules, ages } = game
  for (const email of reads) {
    const slot = RECOVERY + email
    const proofs = { mailbox: { ...mailbox(turn, email), asked: true } }
    const recovered = at(state, RECOVERED)
    const recoveredByAnother = recovered > 0 && Math.floor((recovered - 1) / 2) !== email
    if (at(state, slot) === 0 && may('start_recovery', proofs, { recoveredByAnother }, rules))
      visit({ player, act: 'start_recovery', target: email }, told(player, changed(state, { [slot]: 1 })))
    for (let other = 0; other < EMAILS.length; other++) {
      const recovery = at(state, RECOVERY + other)
      if (recovery === 0) continue
      const mine = { mailbox: { ...mailbox(turn, email), asked: other === email } }
      if (recovery > ages.scale.wait && may('complete_recovery', mine, {}, rules))
        visit(
          { player, act: 'complete_recovery', target: other, by: email },
          told(player, completed(game, state, email, player)),
        )
      if (may('cancel_recovery', mine, {}, rules))
        visit(
          { player, act: 'cancel_recovery', target: other, by: email },
          told(player, changed(state, { [RECOVERY + other]: 0 })),
        )
    }
  }
  if (!may('cancel_recovery', touch, {}, rules)) return
  for (let email = 0; email < EMAILS.length; email++)
    if (at(state, RECOVERY + email) > 0)
      visit({ player, act: 'cancel_recovery', target: email }, told(player, changed(state, { [RECOVERY + email]: 0 })))
}

function takesBack(turn: Turn, visit: Visit): void {
  const { game, state, player, usesCode } = turn
  const { rules, ages } = game
  for (let way = 0; way < EMAIL; way++) {
    const kept = HOLDER[way] === player ? keptOf(at(state, way), ages) : undefined
    if (!kept || !mayTakeBack(kept, rules) || (way === CODE && !usesCode)) continue
    visit({ player, act: 'take_back', target: way }, told(player, takenBack(game, state, way, player)))
  }
}

/** Everything that was added since a way in was taken away goes, and what was settled and taken away since comes back. */
function takenBack({ ages }: Game, state: State, way: number, player: Player): State {
  const since = ages.scale.kept - (keptOf(at(state, way), ages)?.daysLeft ?? 0)
  const next = [...state]
  for (let i = 0; i < RECOVERY; i++) {
    const value = at(state, i)
    const kept = keptOf(value, ages)
    if (isLive(value, ages) && value !== ages.settled && value - 1 <= since) next[i] = 0
    if (kept?.settled && !kept.final && ages.scale.kept - kept.daysLeft <= since) next[i] = ages.settled
  }
  next[way] = ages.settled
  for (let i = RECOVERY; i < MAIN; i++) next[i] = 0
  if (at(next, EMAIL + at(next, MAIN)) !== ages.settled) {
    const settled = EMAILS.findIndex((_, i) => at(next, EMAIL + i) === ages.settled)
    if (settled >= 0) next[MAIN] = settled
  }
  next[DELETION] = 0
  next[RECOVERED] = 0
  next[SESSION] = player === 'attacker' ? 1 : 0
  return next
}

/**
 * Every way in is retired, every session ends, and a new passkey is bound. Addresses that have not settled go, but for
 * the main one, which a settled way in chose.
 */
function completed(game: Game, state: State, email: number, player: Player): State {
  const { ages, rules } = game
  const next = [...state]
  for (let way = 0; way < EMAIL; way++) if (isLive(at(state, way), ages)) next[way] = taken(game, at(state, way), false)
  next[NEW[player]] = 1
  for (let i = 0; i < EMAILS.length; i++) {
    const value = at(state, EMAIL + i)
    if (isLive(value, ages) && value !== ages.settled && i !== email && i !== at(state, MAIN)) next[EMAIL + i] = 0
  }
  for (let i = 0; i < EMAILS.length; i++)
    if (!rules.ownWait || i === email || (rules.othersWait && i !== at(state, MAIN))) next[RECOVERY + i] = 0
  next[DELETION] = 0
  next[RECOVERED] = 1 + 2 * email + (player === 'owner' ? 0 : 1)
  next[SESSION] = player === 'attacker' ? 1 : 0
  return next
}

function without(game: Game, state: State, email: number): State {
  const value = at(state, EMAIL + email)
  // What had not settled does not come back.
  const kept = value === game.ages.settled ? keep({ settled: true, final: false }, game.ages) : 0
  return changed(state, { [EMAIL + email]: kept, [RECOVERY + email]: 0 })
}

/** Returns the number of a way in after it was taken away. */
function taken({ rules, ages }: Game, value: number, final: boolean): number {
  const kept = { settled: value === ages.settled, final }
  return mayTakeBack(kept, rules) ? keep(kept, ages) : 0
}

function isLastWayIn(state: State, way: number, ages: Ages): boolean {
  for (let i = 0; i < WAYS.length; i++) if (i !== way && isLive(at(state, i), ages)) return false
  return true
}

function told(player: Player, next: State): State {
  if (player === 'attacker' && at(next, MODE) === 0) next[MODE] = 1
  return next
}

function changed(state: State, changes: Record<number, number>): State {
  const next = [...state]
  for (const [index, value] of Object.entries(changes)) next[Number(index)] = value
  return next
}
