import type { ServiceKey } from '#db/service-keys.ts'
import { checked } from '#server/checked.ts'
import { readFacts, requestIn } from '#server/decisions/facts.ts'
import { AppError } from '#server/errors.ts'
import { AskedValue } from '#server/policies/asked.ts'
import { compile, decide } from '#server/policies/decide.ts'
import type { World } from '#server/world.ts'

/** A question in the form of the AuthZEN Authorization API 1.0. `subject.id` is the id of a person. */
export type Question = {
  subject: { type: string; id: string }
  action: { name: string }
  resource: { type: string; id: string; properties?: Record<string, unknown> }
}

/** `because`: the policies and roles that decided. `errors`: the policies that did not apply, because of a fault. */
export type Answered = {
  decision: boolean
  context: {
    because?: string[]
    errors?: { policy: string; reason: string }[]
    error?: { status: number; message: string }
  }
}

/** How a list of questions is answered (AuthZEN §7.1.2.1). */
export type Semantic = 'execute_all' | 'deny_on_first_deny' | 'permit_on_first_permit'

/**
 * Decides what a person may do in the app of a service key. Nobody who is unknown or suspended may do anything. Refuses with
 * `invalid_input` what is no question.
 */
export async function decideOne(world: World, key: ServiceKey, question: Question): Promise<Answered> {
  const { subject, action, resource } = question
  if (subject.type !== 'user') throw new AppError('invalid_input', { malformed: 'subject.type: must be user' })
  const asked = checked(AskedValue, {
    action: action.name,
    resource: { type: resource.type, attributes: { ...resource.properties, id: resource.id } },
  })
  const { app } = key
  const facts = await world.db.read((reader) => readFacts(reader, { app, userId: subject.id, now: world.now() }))
  if (!facts) return { decision: false, context: { because: [] } }
  const { decision, because, errors } = decide(compile(facts.policies), requestIn(world, facts, app, asked))
  for (const { policy, reason } of errors) world.log('warn', 'A policy did not apply', { app, policy, reason })
  return { decision: decision === 'allow', context: { because, errors } }
}

type Batch = { evaluations: Question[]; semantic: Semantic }

/** Decides a list of questions in order, up to the first answer that ends it. What is no question is denied, with the reason. */
export async function decideAll(
  world: World,
  key: ServiceKey,
  { evaluations, semantic }: Batch,
): Promise<{ evaluations: Answered[] }> {
  const answers: Answered[] = []
  for (const question of evaluations) {
    const answered = await decideOne(world, key, question).catch(deniedBy)
    answers.push(answered)
    if (semantic === 'deny_on_first_deny' && !answered.decision) break
    if (semantic === 'permit_on_first_permit' && answered.decision) break
  }
  return { evaluations: answers }
}

function deniedBy(thrown: unknown): Answered {
  if (!(thrown instanceof AppError) || thrown.code !== 'invalid_input') throw thrown
  return { decision: false, context: { error: { status: 400, message: thrown.details.malformed ?? thrown.code } } }
}
