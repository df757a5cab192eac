import type { Answered } from '#tests/helpers/document.ts'
import type { Reply, Sent } from './http.ts'
import { blame, type Tally } from './tally.ts'

const MOST_BODY_BYTES = 64 * 1_024

export type Case = {
  name: string
  sent: Sent
  reply: Reply
  /** The tables that have changed. */
  changed: string[]
  /** The answer must not be a success. */
  mustRefuse?: boolean
  /** Another process keeps the database from being written. */
  mayBeUnavailable?: boolean
}

/** Judges one hostile request by its answer and by what it changed, and counts it. */
export function judge(
  tally: Tally,
  { name, sent, reply, changed, mustRefuse = false, mayBeUnavailable = false }: Case,
  faultsOf: (answered: Answered) => string[],
): void {
  const { status, headers, text } = reply
  const saying = `${status} ${text.slice(0, 160)}`
  const unavailable = mayBeUnavailable && status === 503
  const refused = status >= 400 || status === 0
  tally.cases += 1

  if (status === 0) {
    // Hanging up on a body that is too large counts as a refusal.
    if (Buffer.byteLength(sent.body ?? '') > MOST_BODY_BYTES) tally.refused += 1
    else blame(tally, 'lost', `${name}: the server hung up without an answer`)
  } else if (status >= 500 && !unavailable) blame(tally, 'faults', `${name}: ${saying}`)
  else {
    tally[refused ? 'refused' : 'accepted'] += 1
    if (!refused && mustRefuse) blame(tally, 'passed', `${name}: ${saying}`)
    const wrong = faultsOf({ method: sent.method, path: sent.path, status, headers, text })
    if (wrong.length > 0) blame(tally, 'unlisted', `${name}: ${wrong.slice(0, 3).join(', ')}; ${saying}`)
  }
  if (refused && changed.length > 0) blame(tally, 'changed', `${name}: ${saying}, but ${changed.join(', ')}`)
}
