import fc from 'fast-check'
import type { Comparison, Condition, Literal, Operand, Reference } from '#server/policies/condition.ts'
import { integers, literals, ranges, sets, texts } from '#tests/server/policies/judge/values.ts'

/** Attributes whose values are mostly of one kind; those of the resource are sometimes of another one, or missing. */
const INTEGERS = ['user.created', 'session.authAge', 'env.now', 'env.weekday', 'env.minutes', 'resource.amount']
const TEXTS = ['user.id', 'user.mailDomain', 'session.way', 'env.app', 'resource.owner', 'resource.if']
const SETS = ['user.groups', 'user.roles', 'session.amr', 'resource.tags']
const FLAGS = ['session.mfaVerified', 'session.userVerified', 'resource.urgent']
const IP = 'env.ip'
const ODD = [IP, 'resource.__proto__', 'resource.constructor', 'resource.toString', 'resource.never-sent']
const ALL = [...INTEGERS, ...TEXTS, ...SETS, ...FLAGS, ...ODD]

/** A condition with at most so many levels. Most comparisons have the right kinds. */
export function conditions(levels: number): fc.Arbitrary<Condition> {
  if (levels === 1) return comparisons()
  const inner = fc.array(conditions(levels - 1), { maxLength: 3 })
  return fc.oneof(
    { weight: 3, arbitrary: comparisons() },
    { weight: 2, arbitrary: inner.map((all) => ({ all })) },
    { weight: 2, arbitrary: inner.map((any) => ({ any })) },
    { weight: 2, arbitrary: conditions(levels - 1).map((not) => ({ not })) },
  )
}

function comparisons(): fc.Arbitrary<Comparison> {
  return fc.oneof(
    fc.oneof(pair(TEXTS, texts()), pair(FLAGS, fc.boolean()), pair(SETS, literals())).map((eq) => ({ eq })),
    pair(INTEGERS, integers()).map((lt) => ({ lt })),
    pair(INTEGERS, integers()).map((gt) => ({ gt })),
    memberships().map((membership) => ({ in: membership })),
    fc.tuple(reference(TEXTS), texts()).map((prefix) => ({ prefix })),
    fc.constantFrom(...ALL).map((has) => ({ has })),
  )
}

function memberships(): fc.Arbitrary<[Operand, Literal[] | Reference]> {
  const elsewhere = (names: string[]) => reference(names).filter(({ attribute }) => attribute !== IP)
  return fc.oneof(
    { weight: 1, arbitrary: fc.tuple(elsewhere(TEXTS), fc.oneof(sets(), fc.array(literals(), { maxLength: 4 }))) },
    { weight: 1, arbitrary: fc.tuple(elsewhere(INTEGERS), fc.array(integers(), { maxLength: 4 })) },
    { weight: 3, arbitrary: fc.tuple(fc.constant({ attribute: IP }), fc.array(ranges(), { maxLength: 3 })) },
    { weight: 1, arbitrary: fc.tuple(fc.oneof(literals(), reference(TEXTS)), reference(SETS)) },
  )
}

/** An attribute and a value in either order, or two attributes. */
function pair(names: string[], values: fc.Arbitrary<Literal>): fc.Arbitrary<[Operand, Operand]> {
  return fc.oneof(
    { weight: 3, arbitrary: fc.tuple(reference(names), values) },
    { weight: 1, arbitrary: fc.tuple(values, reference(names)) },
    { weight: 1, arbitrary: fc.tuple(reference(names), reference(names)) },
    { weight: 1, arbitrary: fc.tuple(reference(names), literals()) },
  )
}

function reference(names: string[]): fc.Arbitrary<Reference> {
  return fc
    .oneof({ weight: 9, arbitrary: fc.constantFrom(...names) }, { weight: 1, arbitrary: fc.constantFrom(...ALL) })
    .map((attribute) => ({ attribute }))
}
