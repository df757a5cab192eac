import pg from 'pg'
import { DatabaseUnavailableError, OutcomeUnknownError } from '#db/engine/database.ts'

/**
 * Classes and codes that end with time or need the operator (PostgreSQL documentation, appendix A): lost connections,
 * too little of something, a lock or statement that took too long, a server that stops or is a standby.
 */
const UNAVAILABLE = /^(?:08|53|57P0|57014|55P03|25006|25P03|58)/u
/** The engine rolled the transaction back, because it clashed with another one. */
const CLASHED = /^(?:40001|40P01)$/u
/** A statement that was prepared before a migration of its table. */
const STALE_PLAN = 'cached plan must not change result type'

/** Returns the SQLSTATE of a fault that the server reported. Undefined for every other fault. */
function stateOf(fault: unknown): string | undefined {
  return fault instanceof pg.DatabaseError ? (fault.code ?? '') : undefined
}

/** Returns whether the same transaction may succeed when it runs again: nothing of it was kept. */
export function isClash(fault: unknown): boolean {
  return CLASHED.test(stateOf(fault) ?? '') || isStalePlan(fault)
}

/** Returns whether the connection must be closed, because it would run an outdated plan again. */
export function isStalePlan(fault: unknown): boolean {
  return stateOf(fault) === '0A000' && fault instanceof Error && fault.message.includes(STALE_PLAN)
}

/** Returns whether the server has become a standby, so that the primary is elsewhere. */
export function isReadOnly(fault: unknown): boolean {
  return fault instanceof DatabaseUnavailableError && stateOf(fault.cause) === '25006'
}

/** Returns `DatabaseUnavailableError` for every fault of the driver that ends with time. Nothing was changed. */
export function asUnavailable(fault: unknown): unknown {
  const state = stateOf(fault)
  if (state !== undefined && !UNAVAILABLE.test(state)) return fault
  return unavailable(fault)
}

/** What `asUnavailable` returns for a read, which is refused as a write only if it is one. */
export function asFailedRead(fault: unknown): unknown {
  return stateOf(fault) === '25006' ? fault : asUnavailable(fault)
}

export function unavailable(fault: unknown): DatabaseUnavailableError {
  return new DatabaseUnavailableError(withCode(fault))
}

/** Returns what a failed commit means: known to be rolled back if the server says so, and unknown otherwise. */
export function asFailedCommit(fault: unknown): unknown {
  const state = stateOf(fault)
  // 08xxx, 57P0x and 40003 leave open whether the server had committed before it answered.
  if (state !== undefined && !/^(?:08|57|40003)/u.test(state)) return fault
  return new OutcomeUnknownError(withCode(fault))
}

/** Returns what a failed statement means if the commit was sent with it: a lost answer may be one to both. */
export function asFailedWithCommit(fault: unknown): unknown {
  const told = fault instanceof DatabaseUnavailableError ? asFailedCommit(fault.cause) : fault
  return told instanceof OutcomeUnknownError ? told : fault
}

function withCode(fault: unknown): Error & { code: string } {
  const error = fault instanceof Error ? fault : new Error(String(fault))
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.message
  return Object.assign(error, { code })
}
