import { eachMove, isBusy } from './owner.ts'
import { at, DELETION, MODE, nextDay, SESSION, type State, SIZE } from './state.ts'
import { type Game, isOwnersAlone, turnOf } from './turn.ts'

/**
 * The whole reachable graph of a game. A node is a state on a player's turn. Each day the attacker acts as often as
 * they like, then the owner if they come.
 */
export type Graph = {
  game: Game
  keys: string[]
  /** Who acts at each node: 0 the attacker, 1 the owner. */
  turn: Uint8Array
  /** Where each node's moves begin in `to`; one more than there are nodes. */
  from: Int32Array
  to: Int32Array
  /** The node after the turn was passed on the same day, or -1. */
  pass: Int32Array
  /** The node of the next day, or -1: none, -2: deleted. */
  tomorrow: Int32Array
  /** Whether the day ends well: the owner is in, and nobody else. */
  good: Uint8Array
}

const DELETED = -2
const NONE = -1

export function explore(game: Game, start: State): Graph {
  const ids = new Map<string, number>()
  const keys: string[] = []
  const turn: number[] = []
  const from: number[] = [0]
  const to: number[] = []
  const pass: number[] = []
  const tomorrow: number[] = []
  const good: number[] = []
  const idOf = (who: number, state: State): number => {
    if (who === 0) state = signedIn(game, state)
    const key = String.fromCharCode(who, ...state)
    const known = ids.get(key)
    if (known !== undefined) return known
    ids.set(key, keys.length)
    keys.push(key)
    turn.push(who)
    return keys.length - 1
  }
  idOf(0, start)
  for (let node = 0; node < keys.length; node++) {
    const who = turn[node] as number
    const state = stateOf(keys[node] as string)
    eachMove(game, state, who === 0 ? 'attacker' : 'owner', (_, next) => to.push(idOf(who, next)))
    from.push(to.length)
    const came = who === 1
    const isGood = endsWell(game, state)
    good.push(isGood ? 1 : 0)
    pass.push(who === 0 && at(state, MODE) > 0 ? idOf(1, state) : NONE)
    const mayBeAway = at(state, MODE) === 0 || at(state, MODE) <= game.ages.scale.away
    const next = (came ? !isBusy(game, state) : mayBeAway) ? nextDay(state, game.ages, { good: isGood, came }) : null
    tomorrow.push(next === null ? NONE : next === undefined ? DELETED : idOf(0, next))
  }
  return {
    game,
    keys,
    turn: Uint8Array.from(turn),
    from: Int32Array.from(from),
    to: Int32Array.from(to),
    pass: Int32Array.from(pass),
    tomorrow: Int32Array.from(tomorrow),
    good: Uint8Array.from(good),
  }
}

export function stateOf(key: string): State {
  const state: State = []
  for (let i = 1; i <= SIZE; i++) state.push(key.charCodeAt(i))
  return state
}

/** Nobody is told when an attacker signs in, so they always have, unless that ends a planned deletion. */
export function signedIn(game: Game, state: State): State {
  const isOut = at(state, SESSION) === 0 && at(state, DELETION) === 0
  return isOut && turnOf(game, state, 'attacker').signsIn ? state.with(SESSION, 1) : state
}

/**
 * Returns whether a day ends with the owner as the only one in. Until the owner has been told of something, a stolen
 * session is none of their losses: it ends by itself.
 */
function endsWell(game: Game, state: State): boolean {
  return at(state, MODE) === 0 || isOwnersAlone(game, state)
}

export type Solution = {
  /** The nodes from which the owner forces that from some day on every day ends well. */
  won: Uint8Array
  /** The nodes from which the owner forces that every day ends well. */
  always: Uint8Array
}

/**
 * Solves the game: the nodes from which the owner can force that from some day on every day ends well, whatever the
 * attacker does. (A co-Büchi game, by the fixed point of the days that the owner can force.)
 */
export function solve(graph: Graph): Solution {
  const { keys } = graph
  const back = reversed(graph)
  let won: Uint8Array = new Uint8Array(keys.length)
  let always: Uint8Array | undefined
  for (;;) {
    let safe: Uint8Array = new Uint8Array(keys.length).fill(1)
    for (;;) {
      const next = forced(graph, back, safe, won)
      const same = count(next) === count(safe)
      safe = next
      if (same) break
    }
    always ??= safe
    if (count(safe) === count(won)) return { won, always }
    won = safe
  }
}

type Back = { from: Int32Array; to: Int32Array }

/**
 * Returns whether the day on which the owner comes after they were told of something ends well, or at least the day
 * after it, wherever they still win.
 */
export function isQuick(graph: Graph, { won }: Solution, within: 'a day' | 'two days'): boolean {
  const { game, keys, pass } = graph
  const back = reversed(graph)
  const none = new Uint8Array(keys.length)
  const next = within === 'a day' ? none : forced(graph, back, won, none)
  const wins = owners(graph, back, (_, after) => won[after] === 1)
  const quick = owners(graph, back, (good, after) => (good && won[after] === 1) || next[after] === 1)
  return pass.every((visit) => {
    if (visit < 0 || at(stateOf(keys[visit] as string), MODE) === game.ages.daily) return true
    return wins[visit] === 0 || quick[visit] === 1
  })
}

/** Returns the owner's nodes from which they can reach an end of the day that passes the test. */
function owners(
  { keys, turn, tomorrow, good }: Graph,
  back: Back,
  test: (good: boolean, after: number) => boolean,
): Uint8Array {
  const marks = new Uint8Array(keys.length)
  const stack: number[] = []
  for (let node = 0; node < keys.length; node++) {
    const after = tomorrow[node] as number
    if (turn[node] !== 1 || after < 0 || !test(good[node] === 1, after)) continue
    marks[node] = 1
    stack.push(node)
  }
  flood(back, marks, stack, 1)
  return marks
}

/** Returns whether in every state that can come about somebody can get into the account, at once or by a recovery. */
export function isNeverDead({ game, keys, tomorrow }: Graph): boolean {
  return keys.every((key, node) => {
    if (tomorrow[node] === DELETED) return true
    const turns = (['owner', 'attacker'] as const).map((player) => turnOf(game, stateOf(key), player))
    return turns.some(({ signsIn, isIn, readsSettled }) => signsIn || isIn || readsSettled)
  })
}

/** Moves backwards. */
function reversed({ keys, from, to }: Graph): Back {
  const counts = new Int32Array(keys.length + 1)
  for (const node of to) counts[node + 1] = (counts[node + 1] as number) + 1
  for (let i = 0; i < keys.length; i++) counts[i + 1] = (counts[i + 1] as number) + (counts[i] as number)
  const start = counts.slice()
  const fromNodes = new Int32Array(to.length)
  for (let node = 0; node < keys.length; node++)
    for (let e = from[node] as number; e < (from[node + 1] as number); e++) {
      const target = to[e] as number
      fromNodes[start[target] as number] = node
      start[target] = (start[target] as number) + 1
    }
  return { from: counts, to: fromNodes }
}

/** Returns the nodes from which the owner forces a good day that leads into `safe`, or any day that leads into `won`. */
function forced(graph: Graph, back: Back, safe: Uint8Array, won: Uint8Array): Uint8Array {
  const { keys, turn, pass, tomorrow, good } = graph
  const nodes = keys.length
  const fine = (node: number): boolean => {
    const next = tomorrow[node] as number
    return next >= 0 && (won[next] === 1 || (good[node] === 1 && safe[next] === 1))
  }
  // The owner can reach a fine end of the day.
  const result = owners(graph, back, (isGood, next) => won[next] === 1 || (isGood && safe[next] === 1))
  const stack: number[] = []
  // The attacker can reach an end of the day that is not fine.
  for (let node = 0; node < nodes; node++)
    if (turn[node] === 0) {
      const passed = pass[node] as number
      const bad = (passed >= 0 && result[passed] === 0) || ((tomorrow[node] as number) !== NONE && !fine(node))
      result[node] = bad ? 0 : 1
      if (bad) stack.push(node)
    }
  flood(back, result, stack, 0)
  return result
}

/** Gives a mark to everything that leads to the nodes of the stack. */
function flood({ from, to }: Back, marks: Uint8Array, stack: number[], mark: number): void {
  for (let node = stack.pop(); node !== undefined; node = stack.pop())
    for (let e = from[node] as number; e < (from[node + 1] as number); e++) {
      const before = to[e] as number
      if (marks[before] === mark) continue
      marks[before] = mark
      stack.push(before)
    }
}

function count(marks: Uint8Array): number {
  let sum = 0
  for (const mark of marks) sum += mark
  return sum
}
