import { kindOf } from '#server/policies/attributes.ts'
import type { Comparison, Condition, Operand, Reference } from '#server/policies/condition.ts'
import { type Address, isInRange, rangeOf } from '#server/policies/ip.ts'
import { isReference } from '#server/policies/kinds.ts'
import { type Attributes, isSame, isSet, type Value } from '#server/policies/values.ts'

/** Why a condition has no answer: an attribute is missing, or a value is of the wrong kind. */
type Fault = { reason: string }
/** A condition that was prepared once. It returns its answer, or the fault that it met first, from left to right. */
export type Check = (attributes: Attributes) => boolean | Fault

/** Prepares a condition. `all` and `any` stop as `&&` and `||` of Cedar do: at the first answer that decides, or at a fault. */
export function checkOf(condition: Condition): Check {
  if ('all' in condition) return allOf(condition.all.map(checkOf))
  if ('any' in condition) return anyOf(condition.any.map(checkOf))
  if ('not' in condition) return notOf(checkOf(condition.not))
  return comparisonOf(condition)
}

function allOf(checks: Check[]): Check {
  return (attributes) => {
    for (const check of checks) {
      const answer = check(attributes)
      if (answer !== true) return answer
    }
    return true
  }
}

function anyOf(checks: Check[]): Check {
  return (attributes) => {
    for (const check of checks) {
      const answer = check(attributes)
      if (answer !== false) return answer
    }
    return false
  }
}

function notOf(check: Check): Check {
  return (attributes) => {
    const answer = check(attributes)
    return typeof answer === 'boolean' ? !answer : answer
  }
}

function comparisonOf(comparison: Comparison): Check {
  if ('has' in comparison) return (attributes) => attributes.has(comparison.has)
  if ('eq' in comparison) return pairOf(comparison.eq, isSame)
  if ('lt' in comparison) return orderOf(comparison.lt, (left, right) => left < right)
  if ('gt' in comparison) return orderOf(comparison.gt, (left, right) => left > right)
  if ('prefix' in comparison) return prefixOf(comparison.prefix)
  const [item, set] = comparison.in
  if (isReference(set)) return memberOf(item, set)
  if (isReference(item) && kindOf(item.attribute) === 'ip') return rangesOf(item, set)
  const values = new Set<Value>(set)
  return singleOf(item, (value) => values.has(value))
}

function orderOf([left, right]: readonly [Operand, Operand], compare: (left: number, right: number) => boolean): Check {
  const [leftFault, rightFault] = [wrong(left, 'an integer'), wrong(right, 'an integer')]
  return pairOf([left, right], (one, other) => {
    if (typeof one !== 'number') return leftFault
    return typeof other === 'number' ? compare(one, other) : rightFault
  })
}

function prefixOf([operand, start]: readonly [Reference, string]): Check {
  const fault = wrong(operand, 'a text')
  return singleOf(operand, (value) => (typeof value === 'string' ? value.startsWith(start) : fault))
}

function memberOf(item: Operand, set: Reference): Check {
  const fault = wrong(set, 'a set')
  return pairOf([item, set], (value, members) => {
    if (!isSet(members)) return fault
    return typeof value === 'string' && members.has(value)
  })
}

function rangesOf(operand: Reference, texts: readonly unknown[]): Check {
  const ranges = texts.flatMap((text) => rangeOf(String(text)) ?? [])
  const fault = wrong(operand, 'an IP address')
  return singleOf(operand, (value) => (isAddress(value) ? ranges.some((range) => isInRange(value, range)) : fault))
}

function singleOf(operand: Operand, answer: (value: Value) => boolean | Fault): Check {
  if (!isReference(operand)) return () => answer(operand)
  const { attribute } = operand
  const fault = missing(attribute)
  return (attributes) => {
    const value = attributes.get(attribute)
    return value === undefined ? fault : answer(value)
  }
}

function pairOf(
  [left, right]: readonly [Operand, Operand],
  answer: (left: Value, right: Value) => boolean | Fault,
): Check {
  if (!isReference(right)) return singleOf(left, (value) => answer(value, right))
  if (!isReference(left)) return singleOf(right, (value) => answer(left, value))
  const [leftFault, rightFault] = [missing(left.attribute), missing(right.attribute)]
  return (attributes) => {
    const one = attributes.get(left.attribute)
    if (one === undefined) return leftFault
    const other = attributes.get(right.attribute)
    return other === undefined ? rightFault : answer(one, other)
  }
}

function missing(attribute: string): Fault {
  return { reason: `${attribute} is missing` }
}

function wrong(operand: Operand, kind: string): Fault {
  return { reason: `${isReference(operand) ? operand.attribute : 'a value'} is not ${kind}` }
}

function isAddress(value: Value): value is Address {
  return typeof value === 'object' && !isSet(value)
}
