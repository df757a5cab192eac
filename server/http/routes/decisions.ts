import { z } from '@hono/zod-openapi'
import { type Answered, decideAll, decideOne, type Question, type Semantic } from '#server/decisions/decide.ts'
import { findServiceKey, type ServiceKey } from '#server/decisions/service-key.ts'
import { AppError } from '#server/errors.ts'
import { bearer } from '#server/http/edge/caller.ts'
import { SAMPLE } from '#server/http/docs/example-values.ts'
import { exact, text } from '#server/http/schemas/exact.ts'
import type { World } from '#server/world.ts'

const MOST_EVALUATIONS = 50
const LONGEST = 500

const Properties = z.record(z.string(), z.unknown()).optional().openapi({ examples: [] })
const Word = z.string().min(1).max(LONGEST)
const SUBJECT = z
  .object({ type: Word, id: Word, properties: Properties })
  .openapi({ examples: [{ type: 'user', id: SAMPLE.ids.user }] })
const ACTION = z.object({ name: Word, properties: Properties }).openapi({ examples: [{ name: 'approve:invoices' }] })
const RESOURCE = z
  .object({ type: Word, id: Word, properties: Properties })
  .openapi({ examples: [{ type: 'invoice', id: '4711', properties: { amount: 500 } }] })

/** The information model of the AuthZEN Authorization API 1.0 (§5). */
const Evaluation = z.object({ subject: SUBJECT, action: ACTION, resource: RESOURCE, context: Properties })
const Part = Evaluation.partial()

const Answer = exact({
  decision: z.boolean(),
  context: exact({
    because: z.array(text('approve-small')).optional().openapi({ description: 'the policies and roles that decided' }),
    errors: z
      .array(exact({ policy: text('approve-small'), reason: text('resource.amount is missing') }))
      .optional()
      .openapi({ description: 'policies that did not apply', examples: [[]] }),
    error: exact({ status: z.number().int(), message: z.string() }).optional().openapi({ examples: [] }),
  }),
})

const SEMANTICS = ['execute_all', 'deny_on_first_deny', 'permit_on_first_permit'] as const satisfies Semantic[]

const service = bearer<ServiceKey>(findServiceKey)
const ONE = {
  summary: 'Decide what a person may do',
  description:
    'An Access Evaluation of the AuthZEN Authorization API 1.0 (§6), in the app of the service key. `subject.properties` and `context` are not believed. A person who is unknown or suspended may do nothing.',
  counted: 'as a read',
  body: Evaluation,
  answer: Answer,
} as const

export const decisionRoutes = [
  service('post', '/decisions', ONE, decideOne),
  service('post', '/access/v1/evaluation', ONE, decideOne),
  service(
    'post',
    '/access/v1/evaluations',
    {
      summary: 'Decide several questions',
      description:
        'Access Evaluations (AuthZEN §7), at most fifty. What stands outside the list counts for each that does not say it itself.',
      counted: 'as a read',
      body: Part.extend({
        evaluations: z.array(Part).max(MOST_EVALUATIONS).optional(),
        options: z
          .object({ evaluations_semantic: z.enum(SEMANTICS).optional() })
          .optional()
          .openapi({ examples: [{ evaluations_semantic: 'execute_all' }] }),
      }),
      answer: exact({ evaluations: z.array(Answer) }),
    },
    decideSeveral,
  ),
] as const

type Sent = z.output<typeof Part> & {
  evaluations?: z.output<typeof Part>[] | undefined
  options?: { evaluations_semantic?: Semantic | undefined } | undefined
}

/** Without a list, what stands outside of it is the one question (AuthZEN §7.1). */
function decideSeveral(
  world: World,
  key: ServiceKey,
  { evaluations, options, ...common }: Sent,
): Promise<{ evaluations: Answered[] }> {
  const asked = evaluations === undefined || evaluations.length === 0 ? [{}] : evaluations
  return decideAll(world, key, {
    evaluations: asked.map((each, at) => questionOf({ ...common, ...each }, at)),
    semantic: options?.evaluations_semantic ?? 'execute_all',
  })
}

function questionOf({ subject, action, resource }: z.output<typeof Part>, at: number): Question {
  if (!subject || !action || !resource)
    throw new AppError('invalid_input', {
      malformed: `evaluations.${at}: must have a subject, an action and a resource`,
    })
  return { subject, action, resource }
}
