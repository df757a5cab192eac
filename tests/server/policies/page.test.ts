import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Asked } from '#server/policies/asked.ts'
import { type Policy, PolicyValue } from '#server/policies/policy.ts'
import type { Known } from '#server/policies/request.ts'
import { ASKED, decided, known } from '#tests/server/policies/policies.ts'

type Differs = {
  user?: Partial<Known['user']>
  session?: Partial<NonNullable<Known['session']>> | null
  env?: { now?: string; ip?: string | null }
  resource?: Record<string, string | number | null>
}
type Example = { policy: Policy; rows: { differs: Differs; decision: string }[] }

const PAGE = readFileSync(join(import.meta.dirname, '../../../docs/policies.md'), 'utf8')

/** Each policy of docs/policies.md with the rows of the table after it. */
function examplesIn(page: string): Example[] {
  return page
    .split('```json\n')
    .slice(1)
    .map((part) => {
      const [json = '', after = ''] = part.split('\n```\n')
      const rows = [...after.matchAll(/^\| `(\{.*\})` \| (.*) \|$/gm)]
      return {
        policy: PolicyValue.parse(JSON.parse(json)),
        // The rows of the page have this form.
        rows: rows.map(([, differs = '', decision = '']) => ({ differs: JSON.parse(differs) as Differs, decision })),
      }
    })
}

function decisionOf(policy: Policy, { user, session, env, resource }: Differs): string {
  const { now, ip } = env ?? {}
  const moment = now === undefined ? {} : { now: Date.parse(now) }
  const of = known({ user, session, env: { ...moment, ...(ip === undefined ? {} : { ip: ip ?? undefined }) } })
  const { decision, because, errors } = decided([policy], askedWith(resource), of)
  const by = decision === 'deny' && because.length > 0 ? ` by ${because.join(', ')}` : ''
  return [decision + by, ...errors.map(({ reason }) => reason)].join(', ')
}

function askedWith(resource: Differs['resource']): Asked {
  const all = Object.entries({ ...ASKED.resource?.attributes, ...resource })
  const sent = all.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]))
  return { ...ASKED, resource: { ...ASKED.resource, attributes: Object.fromEntries(sent) } }
}

const examples = examplesIn(PAGE)

test('docs/policies.md has examples, each with decisions', () => {
  expect(examples.map(({ rows }) => rows.length).filter((count) => count >= 2).length).toBe(6)
  expect(examples).toHaveLength(6)
})

describe.each(examples)('the example $policy.id', ({ policy, rows }) => {
  test.each(rows)('$differs: $decision', ({ differs, decision }) => {
    expect(decisionOf(policy, differs)).toBe(decision)
  })
})
