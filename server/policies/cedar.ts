import { kindOf } from '#server/policies/attributes.ts'
import { cedarPrefix, cedarText } from '#server/policies/cedar-text.ts'
import type { Comparison, Condition, Literal, Operand } from '#server/policies/condition.ts'
import { rangeOf } from '#server/policies/ip.ts'
import { isReference } from '#server/policies/kinds.ts'
import type { Policy } from '#server/policies/policy.ts'

/** The variables of Cedar that hold the parts of a request. */
const PARTS: Record<string, string> = {
  user: 'principal',
  resource: 'resource',
  env: 'context.env',
  session: 'context.session',
}

/**
 * Writes a policy as Cedar text. A disabled policy is written as one that never matches. In Cedar, a wildcard is a group of
 * actions: `Action::"read:people"` is in `Action::"read:*"`.
 */
export function toCedar({ id, app, effect, actions, resourceType, when, enabled }: Policy): string {
  const named = actions.map((action) => `Action::${cedarText(action)}`).join(', ')
  const resource = resourceType === undefined ? 'resource' : `resource is ${cedarTypeOf(resourceType)}`
  const conditions = [...(enabled ? [] : ['false']), `context.env.app == ${cedarText(app)}`, conditionIn(when)]
  return [
    `@id(${cedarText(id)})`,
    `${effect} (principal, action in [${named}], ${resource})`,
    `${conditions.map((condition) => `when { ${condition} }`).join('\n')};\n`,
  ].join('\n')
}

/** Returns the Cedar type of a resource: `purchase-order` is `Resource::Purchase_order`. A capital letter begins no reserved word. */
export function cedarTypeOf(resourceType: string): string {
  const name = resourceType.replaceAll('-', '_')
  return `Resource::${name.charAt(0).toUpperCase()}${name.slice(1)}`
}

function conditionIn(condition: Condition): string {
  if ('all' in condition) return joined(condition.all, '&&', 'true')
  if ('any' in condition) return joined(condition.any, '||', 'false')
  if ('not' in condition) return `!(${conditionIn(condition.not)})`
  return comparisonIn(condition)
}

function joined(conditions: readonly Condition[], operator: string, empty: string): string {
  return conditions.length === 0 ? empty : conditions.map((each) => `(${conditionIn(each)})`).join(` ${operator} `)
}

function comparisonIn(comparison: Comparison): string {
  if ('has' in comparison) return presenceIn(comparison.has)
  if ('eq' in comparison) return pairIn(comparison.eq, '==')
  if ('lt' in comparison) return pairIn(comparison.lt, '<')
  if ('gt' in comparison) return pairIn(comparison.gt, '>')
  if ('prefix' in comparison) return `${operandIn(comparison.prefix[0])} like ${cedarPrefix(comparison.prefix[1])}`
  const [item, set] = comparison.in
  if (isReference(set)) return `${operandIn(set)}.contains(${operandIn(item)})`
  if (isReference(item) && kindOf(item.attribute) === 'ip' && set.length > 0) return rangesIn(operandIn(item), set)
  return `[${set.map(operandIn).join(', ')}].contains(${operandIn(item)})`
}

function pairIn([left, right]: readonly [Operand, Operand], operator: string): string {
  return `${operandIn(left)} ${operator} ${operandIn(right)}`
}

function rangesIn(address: string, texts: readonly Literal[]): string {
  const ranges = texts.flatMap((text) => rangeOf(String(text)) ?? [])
  return ranges.map(({ start, bits }) => `${address}.isInRange(ip("${start.text}/${bits}"))`).join(' || ')
}

function presenceIn(attribute: string): string {
  const [part, name] = placeOf(attribute)
  return `${part} has ${cedarText(name)}`
}

function operandIn(operand: Operand): string {
  if (typeof operand === 'string') return cedarText(operand)
  if (!isReference(operand)) return String(operand)
  const [part, name] = placeOf(operand.attribute)
  return `${part}[${cedarText(name)}]`
}

function placeOf(attribute: string): [part: string, name: string] {
  const dot = attribute.indexOf('.')
  return [PARTS[attribute.slice(0, dot)] ?? '', attribute.slice(dot + 1)]
}
