import { eachOf, type Visit } from './acts.ts'
import { at, HOLDER, MAIN, type Player, RECOVERY, type State } from './state.ts'
import { type Game, isOwnersAlone, type Move, type Readers, type Turn, turnOf } from './turn.ts'

/**
 * Calls back with everything that a player can do now, and the state after it. The owner first does, in a fixed order,
 * what only does them good, and leaves out what only harms them. That makes the graph smaller and winning no easier.
 */
export function eachMove(game: Game, state: State, player: Player, visit: Visit): void {
  const turn = turnOf(game, state, player)
  if (player === 'attacker') return eachOf(turn, visit)
  const first = firstOf(game, turn)
  if (first) return visit(first.move, first.next)
  // Whoever can touch needs no recovery.
  if (!turn.touch.touch?.settled && !game.diligent)
    eachOf(turn, (move, next) => CHOICES.has(move.act) && visit(move, next))
}

/** Returns whether the owner has something left to do today that they do in any case. */
export function isBusy(game: Game, state: State): boolean {
  return firstOf(game, turnOf(game, state, 'owner')) !== undefined
}

type Step = { move: Move; next: State }

function firstOf(game: Game, turn: Turn): Step | undefined {
  let first: Step | undefined
  eachOf(turn, (move, next) => {
    if (isGood(game, turn, move) && (!first || move.final)) first = { move, next }
  })
  return first ?? (game.diligent ? recovery(game, turn) : undefined)
}

/**
 * What an owner does who follows docs/custody.md and cannot touch: unless they are alone in the account, they complete
 * the recovery that is ready, and otherwise start one if none waits, through the main address if they alone read it.
 * Such an owner has no choice left, so that a game is much smaller. It can only be harder to win.
 */
function recovery(game: Game, turn: Turn): Step | undefined {
  const { state, reads, touch } = turn
  if (touch.touch?.settled || isOwnersAlone(game, state)) return undefined
  const own = reads.filter((email) => !game.readers[email]?.includes('attacker'))
  const usable = own.length > 0 ? own : reads
  const waits = usable.some((email) => at(state, RECOVERY + email) > 0)
  let best: Step | undefined
  eachOf(turn, (move, next) => {
    if (move.act !== (waits ? 'complete_recovery' : 'start_recovery') || !usable.includes(move.target ?? -1)) return
    if (!best || move.target === at(state, MAIN)) best = { move, next }
  })
  return best
}

/** Whether somebody else reads an address, or its owner does not. */
function isReadByOthers(readers: Readers, email: number): boolean {
  return readers[email]?.includes('attacker') === true || readers[email]?.includes('owner') !== true
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
      // Whoever can touch needs no recovery.
      return by === undefined || (theirs && !readers[by]?.includes('attacker'))
    default:
      return false
  }
}
