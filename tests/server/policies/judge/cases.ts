import fc from 'fast-check'
import type { Asked } from '#server/policies/asked.ts'
import type { Policy } from '#server/policies/policy.ts'
import type { Known } from '#server/policies/request.ts'
import { conditions } from '#tests/server/policies/judge/conditions.ts'
import { addresses, integers, literals, sets, texts } from '#tests/server/policies/judge/values.ts'

/** `ip` is the spelling of the address that Cedar is given. */
export type Case = { policies: Policy[]; known: Known; asked: Asked; ip: string | undefined }

const APPS = ['billing', 'billing-2']
const TYPES = ['invoice', 'if', undefined]
const ASKED = ['read:a', 'read:a:b', 'read:ab', 'a:b:c:d']
const GRANTED = [...ASKED, 'read:*', 'read:*', 'read:*', 'read:a:*', 'a:*', 'a:b:c:*']

export function cases(): fc.Arbitrary<Case> {
  return fc
    .record({ policies: policies(), user: users(), session: sessions(), env: environments(), asked: questions() })
    .map(({ policies, user, session, env: { ip, ...env }, asked }) => ({
      policies,
      known: { user, session, env: { ...env, ip: ip?.[0] } },
      asked,
      ip: ip?.[1],
    }))
}

function policies(): fc.Arbitrary<Policy[]> {
  const policy = fc.record({
    app: mostly(9, APPS[0] ?? '', APPS[1] ?? ''),
    effect: fc.constantFrom('permit', 'permit', 'forbid'),
    actions: fc.array(fc.constantFrom(...GRANTED), { minLength: 1, maxLength: 5 }),
    resourceType: fc.constantFrom(...TYPES, undefined, undefined, undefined),
    when: fc.oneof(conditions(2), conditions(3), conditions(4)),
    enabled: mostly(9, true, false),
    version: fc.constant(1),
  })
  return fc
    .array(policy, { maxLength: 5 })
    .map((all) => all.map((each, at): Policy => ({ id: `p${(at * 7 + 3) % 10}`, ...each })))
}

function users(): fc.Arbitrary<Known['user']> {
  return fc.record({ id: texts(), groups: sets(), roles: sets(), mailDomain: texts(), created: integers() })
}

function sessions(): fc.Arbitrary<Known['session']> {
  const session = fc.record({
    mfaVerified: fc.boolean(),
    userVerified: fc.boolean(),
    amr: sets(),
    authAge: fc.option(integers(), { nil: undefined }),
    way: texts(),
  })
  return fc.option(session, { nil: undefined })
}

function environments() {
  return fc.record({
    now: fc.integer({ min: 0, max: 4_000_000_000_000 }),
    zone: fc.constant('UTC'),
    ip: fc.option(addresses(), { nil: undefined, freq: 9 }),
    app: mostly(9, APPS[0] ?? '', APPS[1] ?? ''),
  })
}

function questions(): fc.Arbitrary<Asked> {
  const odd = (value: fc.Arbitrary<string | number | boolean | string[]>) =>
    fc.option(fc.oneof({ weight: 5, arbitrary: value }, { weight: 1, arbitrary: fc.oneof(literals(), sets()) }), {
      freq: 8,
    })
  const sent = fc.tuple(odd(integers()), odd(texts()), odd(texts()), odd(sets()), odd(fc.boolean()), odd(literals()))
  const names = ['amount', 'owner', 'if', 'tags', 'urgent', '__proto__']
  const attributes = sent.map((values) =>
    Object.fromEntries(values.flatMap((value, at) => (value === null ? [] : [[names[at] ?? '', value]]))),
  )
  const resource = fc.record({ type: fc.constantFrom(...TYPES), attributes })
  return fc.record({ action: fc.constantFrom(...ASKED), resource: fc.option(resource, { nil: undefined, freq: 9 }) })
}

function mostly<T>(weight: number, usual: T, other: T): fc.Arbitrary<T> {
  return fc.oneof({ weight, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constant(other) })
}
