import { isDeepStrictEqual } from 'node:util'
import * as appRoles from '#db/app-roles.ts'
import type { Tx } from '#db/engine/database.ts'
import * as groups from '#db/groups.ts'
import * as people from '#db/people.ts'
import { dropAppRole, writeAppRole } from '#server/admin/app-roles/change.ts'
import { giveToGroup, giveToPerson, takeFromGroup, takeFromPerson } from '#server/admin/app-roles/give.ts'
import { type PersonStep, planPeople } from '#server/admin/apply/people.ts'
import { planRules, type RuleStep } from '#server/admin/apply/rules.ts'
import { isLive, readStanding } from '#server/admin/apply/standing.ts'
import type { Fault, Wanted } from '#server/admin/apply/wanted.ts'
import { dropGroup, writeGroup } from '#server/admin/groups/change.ts'
import { dropMember, writeMember } from '#server/admin/groups/members.ts'
import { OPERATORS_HANDS } from '#server/admin/hands.ts'
import { dropPolicy, writePolicy } from '#server/admin/policies/change.ts'
import { AppError } from '#server/errors.ts'
import { inAccount } from '#server/in-account.ts'
import { waitForOtherAdmins } from '#server/roles/owners.ts'
import type { World } from '#server/world.ts'

/** What has to be done so that access is as wanted. `stays`: how much is so already. `left`: what is not named. */
export type Plan = { rules: RuleStep[]; people: PersonStep[]; stays: number; left: string[] }

/** Plans for the operator how access becomes as wanted, and finds everything that is wrong with it. Writes nothing. */
export async function planAccess(
  world: World,
  wanted: Wanted,
  prune: boolean,
): Promise<{ faults: Fault[]; plan: Plan }> {
  const now = world.now()
  return world.db.read(async (reader) => {
    const rules = planRules(wanted, await readStanding(reader, now), prune)
    const persons = await planPeople(reader, wanted, { prune, now })
    return {
      faults: [...rules.faults, ...persons.faults],
      plan: {
        rules: rules.steps,
        people: persons.steps,
        stays: rules.stays + persons.stays,
        left: [...rules.left, ...persons.left],
      },
    }
  })
}

/**
 * Does what was planned, for the operator. People lose first what they lose. Then the rules change in one transaction, because
 * they refer to each other. Then people get what they get; each is one transaction of their account. Refuses with `conflict`
 * if somebody has changed the rules since the plan; what was done until then stays, and another run does the rest.
 */
export async function applyAccess(world: World, wanted: Wanted, plan: Plan, prune: boolean): Promise<void> {
  await onPeople(
    world,
    plan.people.filter(({ act }) => act === 'take'),
  )
  if (plan.rules.length > 0) await writeRules(world, wanted, plan.rules, prune)
  await onPeople(
    world,
    plan.people.filter(({ act }) => act === 'give'),
  )
}

async function writeRules(world: World, wanted: Wanted, planned: RuleStep[], prune: boolean): Promise<void> {
  await world.db.transaction(async (tx) => {
    await waitForOtherAdmins(tx)
    const { faults, steps } = planRules(wanted, await readStanding(tx, tx.now), prune)
    if (faults.length > 0 || !isDeepStrictEqual(steps, planned)) throw new AppError('conflict')
    for (const step of steps) if (!isRemoval(step)) await writeRule(tx, step)
    for (const step of steps.toReversed()) if (isRemoval(step)) await dropRule(tx, step)
  })
}

function isRemoval(step: RuleStep): boolean {
  return step.what === 'role_of_group' ? step.act === 'take' : step.after === undefined
}

async function writeRule(tx: Tx, step: RuleStep): Promise<void> {
  if (step.what === 'role_of_group') await giveToGroup(tx, step, OPERATORS_HANDS)
  else if (step.what === 'group' && step.after) await writeGroup(tx, step.after, OPERATORS_HANDS)
  else if (step.what === 'role' && step.after) await writeAppRole(tx, step.after, OPERATORS_HANDS)
  else if (step.what === 'policy' && step.after) await writePolicy(tx, step.after, OPERATORS_HANDS)
}

async function dropRule(tx: Tx, step: RuleStep): Promise<void> {
  if (step.what === 'role_of_group') await takeFromGroup(tx, step, OPERATORS_HANDS)
  else if (step.what === 'group' && step.before) await dropGroup(tx, step.before.key, OPERATORS_HANDS)
  else if (step.what === 'role' && step.before) await dropAppRole(tx, step.before, OPERATORS_HANDS)
  else if (step.what === 'policy' && step.before) await dropPolicy(tx, step.before, OPERATORS_HANDS)
}

async function onPeople(world: World, steps: PersonStep[]): Promise<void> {
  for (const [id, own] of Map.groupBy(steps, (step) => step.id))
    await inAccount(world, id, async (tx) => {
      await waitForOtherAdmins(tx)
      if (!(await people.find(tx, id))) throw new AppError('conflict')
      for (const step of own) if (await isDue(tx, step)) await writeStep(tx, step)
    })
}

/** Somebody else may have done the same since the plan. */
async function isDue(tx: Tx, step: PersonStep): Promise<boolean> {
  const { id } = step
  const until = await (step.what === 'member'
    ? groups.findUntil(tx, { key: step.group, userId: id })
    : appRoles.findUntil(tx, id, step))
  return isLive(until, tx.now) === (step.act === 'take')
}

async function writeStep(tx: Tx, step: PersonStep): Promise<void> {
  const { id, act } = step
  if (step.what === 'member') {
    const member = { key: step.group, id }
    await (act === 'give' ? writeMember(tx, member, OPERATORS_HANDS) : dropMember(tx, member, OPERATORS_HANDS))
  } else {
    const { app, key } = step
    const role = { app, key, id }
    await (act === 'give' ? giveToPerson(tx, role, OPERATORS_HANDS) : takeFromPerson(tx, role, OPERATORS_HANDS))
  }
}
