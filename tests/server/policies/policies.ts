import type { Asked } from '#server/policies/asked.ts'
import type { Condition } from '#server/policies/condition.ts'
import { compile, type Decision, decide } from '#server/policies/decide.ts'
import type { Policy } from '#server/policies/policy.ts'
import { type Known, requestOf } from '#server/policies/request.ts'

/** A policy of the app `billing` that permits to approve invoices, always. */
export function aPolicy(changes: Partial<Policy> = {}): Policy {
  return {
    id: 'p1',
    app: 'billing',
    effect: 'permit',
    actions: ['approve:invoices'],
    when: { all: [] },
    enabled: true,
    version: 1,
    ...changes,
  }
}

/** Ada, on Sunday 29 November 2026 at 09:30 in Berlin, in a session by passkey. */
export function known({ user, session, env }: { [Part in keyof Known]?: Partial<Known[Part]> | null } = {}): Known {
  return {
    user: { id: 'ada', groups: ['finance'], roles: ['editor'], mailDomain: 'example.org', created: 0, ...user },
    session:
      session === null
        ? undefined
        : { mfaVerified: true, userVerified: true, amr: ['hwk', 'user'], authAge: 60_000, way: 'passkey', ...session },
    env: { now: Date.UTC(2026, 10, 29, 8, 30), zone: 'Europe/Berlin', ip: '10.0.0.7', app: 'billing', ...env },
  }
}

export const ASKED: Asked = {
  action: 'approve:invoices',
  resource: { type: 'invoice', attributes: { amount: 500, owner: 'ada', tags: ['travel'] } },
}

export function decided(policies: Policy[], asked: Asked = ASKED, of: Known = known()): Decision {
  return decide(compile(policies), requestOf(of, asked))
}

/** What a condition says about a request: whether it holds, or the reason why it has no answer. */
export function answerTo(when: Condition, asked: Asked = ASKED, of: Known = known()): boolean | string {
  const { decision, errors } = decided([aPolicy({ when })], asked, of)
  return errors[0]?.reason ?? decision === 'allow'
}
