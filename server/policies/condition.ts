import { z } from 'zod'
import { isAttribute } from '#server/policies/attributes.ts'
import { faultIn } from '#server/policies/kinds.ts'

const DEEPEST = 8
const MOST_NODES = 100
const MOST_BYTES = 8_192
const LONGEST_TEXT = 500
const MOST_VALUES = 100

export type Literal = string | boolean | number
export type Reference = { attribute: string }
export type Operand = Literal | Reference

export type Comparison =
  | { eq: readonly [Operand, Operand] }
  | { lt: readonly [Operand, Operand] }
  | { gt: readonly [Operand, Operand] }
  | { in: readonly [Operand, readonly Literal[] | Reference] }
  | { prefix: readonly [Reference, string] }
  | { has: string }
/** The `when` of a policy: data of a closed language, and never code. docs/policies.md tells what each member does. */
export type Condition = Comparison | { all: readonly Condition[] } | { any: readonly Condition[] } | { not: Condition }

// A half of a character has no place in UTF-8, so that it would be another text elsewhere.
export const Text = z.string().max(LONGEST_TEXT).refine(isWellFormed, 'must not have half a character')
const LiteralValue = z.union([Text, z.boolean(), z.int()], 'must be a text, true or false, or a safe integer')
const Attribute = z.string().refine(isAttribute, 'must be an attribute: user.…, resource.…, env.… or session.…')
const ReferenceValue = z.strictObject({ attribute: Attribute })
const OperandValue = z.union([LiteralValue, ReferenceValue], 'must be a value or an attribute')
const Values = z.union(
  [z.array(LiteralValue).max(MOST_VALUES), ReferenceValue],
  `must be at most ${MOST_VALUES} values, or an attribute`,
)

const COMPARISONS = {
  eq: z.tuple([OperandValue, OperandValue]).optional(),
  lt: z.tuple([OperandValue, OperandValue]).optional(),
  gt: z.tuple([OperandValue, OperandValue]).optional(),
  in: z.tuple([OperandValue, Values]).optional(),
  prefix: z.tuple([ReferenceValue, Text]).optional(),
  has: Attribute.optional(),
}

/** Checks a condition: its language, at most 8 levels, 100 conditions and 8,192 bytes, and that no kind of value is out of place. */
export const ConditionValue = nested(DEEPEST).superRefine((condition, context) => {
  const refuse = (message: string) => context.addIssue({ code: 'custom', message })
  if (nodesOf(condition) > MOST_NODES) refuse(`must have at most ${MOST_NODES} conditions`)
  if (Buffer.byteLength(JSON.stringify(condition)) > MOST_BYTES) refuse(`must have at most ${MOST_BYTES} bytes`)
})

/** Each level has a schema of its own, so that a deeper condition is refused and never descended. */
function nested(levels: number): z.ZodType<Condition> {
  const inner = levels > 1 ? nested(levels - 1) : z.never(`must have at most ${DEEPEST} levels`)
  const shape = z.strictObject({
    ...COMPARISONS,
    all: z.array(inner).max(MOST_NODES).optional(),
    any: z.array(inner).max(MOST_NODES).optional(),
    not: inner.optional(),
  })
  return (
    shape
      .refine((members) => Object.keys(members).length === 1, 'must have one member: all, any, not or a comparison')
      // The check above leaves exactly one member.
      .transform((members) => members as Condition)
      .superRefine((condition, context) => {
        const fault = faultIn(condition)
        if (fault !== undefined) context.addIssue({ code: 'custom', message: fault })
      })
  )
}

function nodesOf(condition: Condition): number {
  if ('not' in condition) return 1 + nodesOf(condition.not)
  const inner = 'all' in condition ? condition.all : 'any' in condition ? condition.any : []
  return inner.reduce((sum, each) => sum + nodesOf(each), 1)
}

function isWellFormed(text: string): boolean {
  return text.isWellFormed()
}
