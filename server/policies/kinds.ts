import { type Kind, kindOf } from '#server/policies/attributes.ts'
import type { Condition, Operand, Reference } from '#server/policies/condition.ts'
import { rangeOf } from '#server/policies/ip.ts'

/**
 * Returns what is wrong with a comparison that could never apply, because the kind of a value is out of place, or nothing.
 * The kinds of `resource.*` are not known before an app asks.
 */
export function faultIn(condition: Condition): string | undefined {
  if ('eq' in condition) return faultInEq(condition.eq)
  if ('lt' in condition) return faultInOrder('lt', condition.lt)
  if ('gt' in condition) return faultInOrder('gt', condition.gt)
  if ('in' in condition) return faultInMembership(condition.in)
  if ('prefix' in condition) return expect('prefix', condition.prefix[0], 'text')
  return undefined
}

function faultInEq([left, right]: readonly [Operand, Operand]): string | undefined {
  const [one, other] = [kindOfOperand(left), kindOfOperand(right)]
  if (one === 'ip' || other === 'ip') return 'env.ip is compared by in, with ranges like 10.0.0.0/8'
  if (one !== undefined && other !== undefined && one !== other) return `eq compares ${one} with ${other}`
  return isConstant(left, right) ? 'eq needs an attribute' : undefined
}

function faultInOrder(comparison: 'lt' | 'gt', [left, right]: readonly [Operand, Operand]): string | undefined {
  const fault = expect(comparison, left, 'integer') ?? expect(comparison, right, 'integer')
  return fault ?? (isConstant(left, right) ? `${comparison} needs an attribute` : undefined)
}

function faultInMembership([item, set]: Extract<Condition, { in: unknown }>['in']): string | undefined {
  if (isReference(set)) return expect('in', set, 'set') ?? expect('in', item, 'text')
  if (!isReference(item)) return 'in needs an attribute'
  const kind = kindOf(item.attribute)
  if (kind === 'set') return `in looks for one value, and ${item.attribute} is a set: write the value first`
  if (kind === 'ip') return set.every(isRange) ? undefined : 'env.ip is in ranges like 10.0.0.0/8 or 2001:db8::/32'
  const stray = set.find((value) => kind !== undefined && kindOfOperand(value) !== kind)
  return stray === undefined ? undefined : `in compares ${kind} with ${kindOfOperand(stray)}`
}

function expect(comparison: string, operand: Operand, kind: Kind): string | undefined {
  const found = kindOfOperand(operand)
  return found === undefined || found === kind ? undefined : `${comparison} needs ${kind}, and this is ${found}`
}

function isConstant(...operands: Operand[]): boolean {
  return !operands.some(isReference)
}

function isRange(value: unknown): boolean {
  return typeof value === 'string' && rangeOf(value) !== undefined
}

function kindOfOperand(operand: Operand): Kind | undefined {
  if (typeof operand === 'string') return 'text'
  if (typeof operand === 'number') return 'integer'
  return typeof operand === 'boolean' ? 'boolean' : kindOf(operand.attribute)
}

export function isReference(operand: unknown): operand is Reference {
  return typeof operand === 'object' && operand !== null && !Array.isArray(operand)
}
