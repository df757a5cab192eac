import { eachMove } from './owner.ts'
import { type Graph, stateOf } from './solve.ts'
import type { Move } from './turn.ts'

/** Tells how the attacker wins a lost game: a line a day, until the account is gone or a day comes back. */
export function tellStory(graph: Graph, won: Uint8Array): string[] {
  const ranks = ranksOf(graph, won)
  const lines: string[] = []
  const seen = new Set<number>()
  let node = 0
  for (let day = 0; !seen.has(node); day++) {
    seen.add(node)
    const today = walk(graph, node, (end) => attackerLikes(graph, ranks, won, end))
    const acts = today.moves
    let end = today.end
    const isAway = (graph.tomorrow[end] as number) !== -1 && isBad(graph, ranks, won, end)
    if (!isAway && (graph.pass[end] as number) >= 0) {
      const visit = walk(graph, graph.pass[end] as number, (owners) => ownerLikes(graph, ranks, owners))
      acts.push(...visit.moves)
      end = visit.end
    }
    if (acts.length > 0) lines.push(`day ${day}: ${acts.map(inWords).join(', ')}`)
    const next = graph.tomorrow[end] as number
    if (next === -2) return [...lines, `day ${day + 1}: the account is deleted`]
    node = next
  }
  return [...lines, 'and so on for ever']
}

/** How soon the attacker forces a day that does not end well, from each lost node. 0: never forced. */
function ranksOf({ keys, turn, pass, tomorrow, good, from, to }: Graph, won: Uint8Array): Int32Array {
  const ranks = new Int32Array(keys.length)
  for (let rank = 1, grown = true; grown; rank++) {
    grown = false
    const bad = (node: number): boolean => {
      const next = tomorrow[node] as number
      return next === -2 || (next >= 0 && won[next] === 0 && (good[node] === 0 || between(ranks[next], rank)))
    }
    // The owner's nodes from which every end of the day is bad; then the attacker's from which one is.
    const escapes = new Uint8Array(keys.length)
    for (let changed = true; changed; ) {
      changed = false
      for (let node = keys.length - 1; node >= 0; node--) {
        if (turn[node] !== 1 || escapes[node] === 1) continue
        const out = !bad(node) || someMove(from, to, node, (next) => escapes[next] === 1)
        if (out) escapes[node] = 1
        changed ||= out
      }
    }
    for (let changed = true; changed; ) {
      changed = false
      for (let node = keys.length - 1; node >= 0; node--) {
        if (turn[node] !== 0 || won[node] === 1 || ranks[node] !== 0) continue
        const passed = pass[node] as number
        const reaches =
          (passed >= 0 && escapes[passed] === 0) ||
          ((tomorrow[node] as number) !== -1 && bad(node)) ||
          someMove(from, to, node, (next) => ranks[next] === rank)
        if (!reaches) continue
        ranks[node] = rank
        changed = true
        grown = true
      }
    }
  }
  return ranks
}

function between(value: number | undefined, rank: number): boolean {
  return value !== undefined && value > 0 && value < rank
}

function someMove(from: Int32Array, to: Int32Array, node: number, test: (next: number) => boolean): boolean {
  for (let e = from[node] as number; e < (from[node + 1] as number); e++) if (test(to[e] as number)) return true
  return false
}

/** How little the attacker likes that the day ends at a node: the later they win, the less. */
function isBad({ tomorrow, good }: Graph, ranks: Int32Array, won: Uint8Array, end: number): boolean {
  const next = tomorrow[end] as number
  return next === -2 || (next >= 0 && won[next] === 0 && (good[end] === 0 || (ranks[next] as number) > 0))
}

function attackerLikes(graph: Graph, ranks: Int32Array, won: Uint8Array, end: number): number {
  const next = graph.tomorrow[end] as number
  const passed = graph.pass[end] as number
  const stays =
    next === -2
      ? 0
      : next >= 0 && won[next] === 0
        ? graph.good[end] === 0
          ? 1
          : 1 + (ranks[next] as number)
        : Infinity
  if (passed < 0) return stays
  let worst = 0
  const visit = walk(graph, passed, (owners) => ownerLikes(graph, ranks, owners))
  const after = graph.tomorrow[visit.end] as number
  worst = after >= 0 && won[after] === 1 ? Infinity : graph.good[visit.end] === 0 ? 1 : 1 + (ranks[after] as number)
  return Math.min(stays, worst)
}

/** The owner prefers a day that ends well, and then one after which the attacker needs longer. */
function ownerLikes({ tomorrow, good }: Graph, ranks: Int32Array, end: number): number {
  const next = tomorrow[end] as number
  if (next < 0) return 1e9
  return (good[end] === 1 ? 0 : 1e6) - (ranks[next] as number)
}

/** Walks a turn to the end that is liked best (the least number): the attacker by as few moves as possible. */
function walk(graph: Graph, start: number, dislikes: (end: number) => number): { moves: Move[]; end: number } {
  const isOwner = graph.turn[start] === 1
  const before = new Map<number, { node: number; move: Move } | undefined>([[start, undefined]])
  let best = start
  let least = Infinity
  for (const node of before.keys()) {
    const how = dislikes(node)
    // Where nothing helps, the owner tries what they can.
    if (how < least || (isOwner && how === least)) [best, least] = [node, how]
    let edge = graph.from[node] as number
    const player = graph.turn[node] === 0 ? 'attacker' : 'owner'
    eachMove(graph.game, stateOf(graph.keys[node] as string), player, (move) => {
      const next = graph.to[edge++] as number
      if (!before.has(next)) before.set(next, { node, move })
    })
  }
  const moves: Move[] = []
  for (let step = before.get(best); step; step = before.get(step.node)) moves.unshift(step.move)
  return { moves, end: best }
}

const WAY_NAMES = ['the passkey', 'the code', 'the owner’s new passkey', 'the attacker’s passkey', 'the stolen passkey']
const EMAIL_NAMES = ['main@', 'second@', 'owners@', 'attackers@']

/** Tells a move in words. */
export function inWords({ player, act, target = 0, by, final }: Move): string {
  const isWay = ['guess', 'remove_way_in', 'replace_way_in', 'take_back', 'bring_back_way'].includes(act)
  const about = isWay ? WAY_NAMES[target] : EMAIL_NAMES[target]
  const named = ['sign_in', 'end_sessions', 'add_passkey', 'add_email', 'delete_account', 'keep_account'].includes(act)
  return [
    player,
    act.replaceAll('_', ' '),
    named ? '' : about,
    by === undefined ? '' : `by ${EMAIL_NAMES[by]}`,
    final ? 'for good' : '',
  ]
    .filter(Boolean)
    .join(' ')
}
