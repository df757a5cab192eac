import * as appRoles from '#db/app-roles.ts'
import type { Reader } from '#db/engine/database.ts'
import * as groups from '#db/groups.ts'
import * as people from '#db/people.ts'
import * as policies from '#db/policies.ts'
import { domainOf } from '#server/addresses/address.ts'
import { shutOut } from '#server/guards.ts'
import type { Asked } from '#server/policies/asked.ts'
import type { Policy } from '#server/policies/policy.ts'
import { type Known, type PolicyRequest, requestOf } from '#server/policies/request.ts'
import type { World } from '#server/world.ts'

/** What decides about a person in an app: who they are, and every policy, with those that their roles stand for. */
export type Facts = { user: Known['user']; policies: Policy[] }

type About = { app: string; userId: string; now: number }

/** Returns the facts about a person in an app. Nobody for whom there are none may do anything: undefined while they are suspended or wait for approval. */
export async function readFacts(reader: Reader, { app, userId, now }: About): Promise<Facts | undefined> {
  const person = await people.find(reader, userId)
  if (!person || shutOut(person, now)) return undefined
  const mailDomain = domainOf(person.email.toLowerCase())
  const [keys, given, roles, own] = await Promise.all([
    groups.listKeysOf(reader, { userId, domain: mailDomain, now }),
    appRoles.listHeld(reader, { app, userId, domain: mailDomain, now }),
    appRoles.listOfApp(reader, app),
    policies.listOfApp(reader, app),
  ])
  const held = withIncluded(given, roles)
  return {
    user: { id: userId, groups: keys, roles: held, mailDomain, created: person.createdAt },
    policies: [...own.map(policyOf), ...roles.filter(({ key }) => held.includes(key)).flatMap(asPolicy)],
  }
}

/** Adds the roles that roles include, and those that these include. */
function withIncluded(held: readonly string[], roles: readonly appRoles.AppRole[]): string[] {
  const includes = new Map(roles.map((role) => [role.key, textsIn(role.includes)]))
  const all = new Set(held)
  // A set is walked through up to its end, also through what was added on the way.
  for (const key of all) for (const included of includes.get(key) ?? []) all.add(included)
  return [...all]
}

/** Returns the request that policies decide. What a program says of the session and the address of a person is not believed. */
export function requestIn({ config, now }: World, { user }: Facts, app: string, asked: Asked): PolicyRequest {
  const env = { now: now(), zone: config.timeZone, ip: undefined, app }
  return requestOf({ user, session: undefined, env }, asked)
}

/** A row as the policy that administrators wrote. */
export function policyOf({ app, id, rule, enabled, version }: policies.PolicyRow): Policy {
  // `putPolicy` wrote it from a checked policy.
  const { effect, actions, resourceType, when } = JSON.parse(rule) as Omit<Policy, 'app' | 'id' | 'enabled' | 'version'>
  return { app, id, effect, actions, resourceType, when, enabled: enabled === 1, version }
}

/** Whoever has a role may do what it permits, unless a policy forbids it. No policy has such an id. */
function asPolicy({ app, key, permissions }: appRoles.AppRole): Policy[] {
  const actions = textsIn(permissions)
  if (actions.length === 0) return []
  return [{ id: `role:${key}`, app, effect: 'permit', actions, when: { all: [] }, enabled: true, version: 1 }]
}

/** Returns a list of texts that our own rows keep as JSON. */
export function textsIn(json: string): string[] {
  return JSON.parse(json) as string[]
}
