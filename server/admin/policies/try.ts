import { type Admin, requirePermission } from '#server/admin/admin.ts'
import { checked } from '#server/checked.ts'
import { type Facts, readFacts, requestIn } from '#server/decisions/facts.ts'
import { AskedValue } from '#server/policies/asked.ts'
import { type Explained, explain } from '#server/policies/explain.ts'
import type { World } from '#server/world.ts'

type Tried = {
  app: string
  person: string
  action: string
  resource?: { type?: string; attributes?: Record<string, unknown> }
}

/** What a program of the app would be answered, and why. `groups` and `roles` are those that count for the person. */
export type TriedDecision = {
  decision: boolean
  because: string[]
  groups: string[]
  roles: string[]
  policies: Pick<Explained, 'policy' | 'effect' | 'outcome'>[]
}

/** Decides as a program of the app would be answered now, and tells what became of each policy. Refuses with `invalid_input`. */
export async function tryDecision(world: World, admin: Admin, tried: Tried): Promise<TriedDecision> {
  requirePermission(admin, 'read:access')
  const { app, person, action, resource } = tried
  const asked = checked(AskedValue, { action, resource })
  const facts = await world.db.read((reader) => readFacts(reader, { app, userId: person, now: world.now() }))
  const nothing: TriedDecision = { decision: false, because: [], groups: [], roles: [], policies: [] }
  if (!facts) return nothing
  return answerOf(facts, explain(facts.policies, requestIn(world, facts, app, asked)))
}

function answerOf({ user }: Facts, { decision, because, policies }: ReturnType<typeof explain>): TriedDecision {
  return {
    decision: decision === 'allow',
    because,
    groups: [...user.groups],
    roles: [...user.roles],
    policies: policies.map(({ policy, effect, outcome }) => ({ policy, effect, outcome })),
  }
}
