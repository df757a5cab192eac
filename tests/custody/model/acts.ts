import { may, mayRemoveForGood, mayTakeBack, type Proofs } from '#server/custody/rules.ts'
import {
  type Ages,
  at,
  CODE,
  DELETION,
  EMAIL,
  EMAILS,
  HOLDER,
  isLive,
  isRecovered,
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
import type { Game, Move, Turn } from './turn.ts'

/** Is called with a move and the state after it. */
export type Visit = (move: Move, next: State) => void

/** Calls back with everything that a player can do now, and the state after it. */
export function eachOf(turn: Turn, visit: Visit): void {
  signs(turn, visit)
  guesses(turn, visit)
  adds(turn, visit)
  takesAway(turn, visit)
  recovers(turn, visit)
  takesBack(turn, visit)
}

function mailbox({ state, game }: Turn, email: number): NonNullable<Proofs['mailbox']> {
  return { settled: at(state, EMAIL + email) === game.ages.settled, main: at(state, MAIN) === email }
}

/** Nobody is told of the end of a session. An attacker who can sign in has done so. */
function signs({ state, player, signsIn, isIn }: Turn, visit: Visit): void {
  if (player === 'owner' && isIn && at(state, SESSION) === 1)
    visit({ player, act: 'end_sessions' }, changed(state, { [SESSION]: 0 }))
  if (signsIn && at(state, DELETION) > 0)
    visit({ player, act: 'keep_account' }, told(player, changed(state, { [DELETION]: 0, ...opened(player) })))
}

/** Without the rule about them, wrong codes in a session remove the code. */
function guesses({ state, player, isIn, game }: Turn, visit: Visit): void {
  if (!game.rules.guesses && player === 'attacker' && isIn && isLive(at(state, CODE), game.ages))
    visit({ player, act: 'guess', target: CODE }, told(player, changed(state, { [CODE]: 0 })))
}

/** Whoever is in adds what has not settled. */
function adds({ game: { ages }, state, player, isIn }: Turn, visit: Visit): void {
  if (!isIn) return
  const passkey = NEW[player]
  if (at(state, passkey) === 0) visit({ player, act: 'add_passkey' }, told(player, changed(state, { [passkey]: 1 })))
  const email = EMAIL + OWN_EMAIL[player]
  // One that was removed is added as a new one: what was kept of it is given up.
  if (!isLive(at(state, email), ages)) visit({ player, act: 'add_email' }, told(player, changed(state, { [email]: 1 })))
}

const SETTLED = { settled: true, main: false }

function takesAway(turn: Turn, visit: Visit): void {
  const { game, state, player, touch, readsSettled } = turn
  const { ages, rules } = game
  const finals = readsSettled && mayRemoveForGood({ ...touch, mailbox: SETTLED }, rules) ? [false, true] : [false]
  if (may('remove_way_in', touch, {}, rules))
    for (let way = 0; way < EMAIL; way++) {
      const live = isLive(at(state, way), ages)
      const kept = keptOf(at(state, way), ages)
      if (live ? isLastWayIn(state, way, ages) : !kept || kept.final) continue
      // What is kept already can only be removed for good.
      for (const final of live ? finals : finals.slice(1))
        visit(
          { player, act: 'remove_way_in', target: way, ...(final && { final }) },
          told(player, withoutWay(turn, way, final)),
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
  if (!isRecovering(state) && may('delete_account', touch, {}, rules))
    visit(
      { player, act: 'delete_account' },
      told(player, changed(state, { [DELETION]: ages.scale.kept, [SESSION]: 0 })),
    )
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
  if (isRecovering(state) && may('cancel_recovery', touch, {}, rules))
    visit({ player, act: 'cancel_recovery' }, told(player, changed(state, NO_RECOVERY)))
}

const NO_RECOVERY = Object.fromEntries(EMAILS.map((_, email) => [RECOVERY + email, 0]))

function isRecovering(state: State): boolean {
  return EMAILS.some((_, email) => at(state, RECOVERY + email) > 0)
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
  // If the main address goes, the oldest that stays takes its place. If none stays, it does.
  if (at(next, EMAIL + at(next, MAIN)) === 0) {
    const ageOf = (email: number) => (isLive(at(next, EMAIL + email), ages) ? at(next, EMAIL + email) : 0)
    const oldest = EMAILS.reduce((best, _, email) => (ageOf(email) > ageOf(best) ? email : best), at(next, MAIN))
    if (ageOf(oldest) === 0) next[EMAIL + oldest] = at(state, EMAIL + oldest)
    next[MAIN] = oldest
  }
  next[DELETION] = 0
  if (!isRecovered(next, ages)) next[RECOVERED] = 0
  return changed(next, { [SESSION]: 0, ...opened(player) })
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
  return changed(next, { [SESSION]: 0, ...opened(player) })
}

/** Only sessions of the attacker count: the owner signs in whenever they come. */
function opened(player: Player): Record<number, number> {
  return player === 'attacker' ? { [SESSION]: 1 } : {}
}

function without(game: Game, state: State, email: number): State {
  const value = at(state, EMAIL + email)
  // What had not settled does not come back.
  const kept = value === game.ages.settled ? keep({ settled: true, final: false }, game.ages) : 0
  return changed(state, { [EMAIL + email]: kept, [RECOVERY + email]: 0 })
}

function withoutWay({ game, state, player }: Turn, way: number, final: boolean): State {
  const { ages } = game
  const kept = keptOf(at(state, way), ages)
  // What is kept already stays no longer than before.
  const value = taken(game, kept?.settled ? ages.settled : at(state, way), final)
  const next = changed(state, { [way]: value === 0 || !kept ? value : value - ages.scale.kept + kept.daysLeft })
  if (!isRecovered(next, ages)) next[RECOVERED] = 0
  // To remove the code ends every other session.
  if (way === CODE && !kept && player === 'owner') next[SESSION] = 0
  return next
}

/** Returns the number of a way in after it was taken away. One that was removed for good can still be brought back. */
function taken({ rules, ages }: Game, value: number, final: boolean): number {
  const settled = value === ages.settled
  return mayTakeBack({ settled, final: final && !settled }, rules) ? keep({ settled, final }, ages) : 0
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
