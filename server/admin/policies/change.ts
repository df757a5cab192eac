import type { Tx } from '#db/engine/database.ts'
import * as policies from '#db/policies.ts'
import { tellRule } from '#server/admin/access.ts'
import { contentOf, requireRoom } from '#server/admin/acts.ts'
import { type Admin, requirePermission } from '#server/admin/admin.ts'
import { recordAct } from '#server/admin/audit.ts'
import { type Hands, handsOf } from '#server/admin/hands.ts'
import { onInstance } from '#server/admin/on-instance.ts'
import { policyOf } from '#server/decisions/facts.ts'
import { checked } from '#server/checked.ts'
import { AppError } from '#server/errors.ts'
import { type Policy, PolicyValue } from '#server/policies/policy.ts'
import type { World } from '#server/world.ts'

export const MOST_POLICIES = 200

/** Returns the policies of every app. */
export async function listPolicies(world: World, admin: Admin): Promise<{ policies: Policy[] }> {
  requirePermission(admin, 'read:access')
  return { policies: (await world.db.read(policies.list)).map(policyOf) }
}

/** A policy as an administrator sends it. `version`: the one that they saw, 0 for a new one. */
type Sent = Omit<Policy, 'when'> & { when: unknown }

/**
 * Creates a policy, or changes the version that the administrator saw. Refuses with `invalid_input` what is no policy, with
 * `conflict` if somebody was faster or the app has 200, and as `onInstance` does.
 */
export async function putPolicy(world: World, admin: Admin, sent: Sent): Promise<{ version: number }> {
  const version = sent.version + 1
  const policy = checked(PolicyValue, { ...sent, version })
  const { app, id, enabled } = policy
  const touch = { act: 'put_policy', target: contentOf(app, id, ruleOf(policy), enabled, version) } as const
  return onInstance(world, admin, { permission: 'change:access', touch }, async (tx) => {
    if (sent.version === 0) requireRoom((await policies.listOfApp(tx, app)).length, MOST_POLICIES)
    await writePolicy(tx, policy, handsOf(admin))
    return { version }
  })
}

/**
 * The step of writing a policy as its version, for administrators and for the operator. Refuses with `conflict` unless there is
 * the version before it.
 */
export async function writePolicy(
  tx: Tx,
  { app, id, enabled, version, ...written }: Policy,
  hands: Hands,
): Promise<void> {
  const rule = ruleOf(written)
  const row = { app, id, rule, enabled: enabled ? 1 : 0, version: version - 1 } as const
  const isWritten = version === 1 ? await policies.insert(tx, row) : await policies.update(tx, row)
  if (!isWritten) throw new AppError('conflict')
  const { effect, actions, resourceType, when } = written
  const details = { app, version, enabled, effect, actions, resourceType, when }
  await recordAct(tx, hands.witness, { act: 'policy_put', target: id, details })
  await tellRule(tx, hands, { rule: 'policy', name: id, app })
}

type Rule = Pick<Policy, 'effect' | 'actions' | 'resourceType' | 'when'>

function ruleOf({ effect, actions, resourceType, when }: Rule): string {
  return JSON.stringify({ effect, actions, resourceType, when })
}

/** Removes a policy. Refuses with `not_found`, and as `onInstance` does. */
export async function removePolicy(
  world: World,
  admin: Admin,
  { app, id }: { app: string; id: string },
): Promise<void> {
  const touch = { act: 'remove_policy', target: `${app} ${id}` } as const
  await onInstance(world, admin, { permission: 'change:access', touch }, (tx) =>
    dropPolicy(tx, { app, id }, handsOf(admin)),
  )
}

/** The step of removing a policy, for administrators and for the operator. Refuses with `not_found`. */
export async function dropPolicy(tx: Tx, { app, id }: { app: string; id: string }, hands: Hands): Promise<void> {
  if (!(await policies.remove(tx, { app, id }))) throw new AppError('not_found')
  await recordAct(tx, hands.witness, { act: 'policy_removed', target: id, details: { app } })
  await tellRule(tx, hands, { rule: 'policy', name: id, app })
}
