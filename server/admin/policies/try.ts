import { type Admin, requirePermission } from '#server/admin/admin.ts'
import { type Facts, readFacts } from '#server/decisions/facts.ts'
import { AppError } from '#server/errors.ts'
import { AskedValue } from '#server/policies/asked.ts'
import { type Explained, explain } from '#server/policies/explain.ts'
import { requestOf } from '#server/policies/request.ts'
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
  const asked = AskedValue.safeParse({ action, resource })
  const [issue] = asked.error?.issues ?? []
  if (!asked.success) throw new AppError('invalid_input', { malformed: `${issue?.path.join('.')}: ${issue?.message}` })
  const now = world.now()
  const facts = await world.db.read((reader) => readFacts(reader, { app, userId: person, now }))
  const nothing: TriedDecision = { decision: false, because: [], groups: [], roles: [], policies: [] }
  if (!facts) return nothing
  const env = { now, zone: world.config.timeZone, ip: undefined, app }
  return answerOf(facts, explain(facts.policies, requestOf({ user: facts.user, session: undefined, env }, asked.data)))
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
