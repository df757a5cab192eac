import type { Asked } from '#server/policies/asked.ts'
import { addressOf } from '#server/policies/ip.ts'
import { clockIn } from '#server/policies/clock.ts'
import type { Attributes, Value } from '#server/policies/values.ts'

/** What Latchkey itself knows about the person, their session and the moment. */
export type Known = {
  user: {
    id: string
    groups: readonly string[]
    roles: readonly string[]
    /** The domain of the primary address. */
    mailDomain: string
    /** Epoch milliseconds. */
    created: number
  }
  /** Undefined when an app asks about a person who has no session with it: then every `session.*` is missing. */
  session:
    | {
        mfaVerified: boolean
        userVerified: boolean
        /** The methods of the sign-in (RFC 8176). */
        amr: readonly string[]
        /** Milliseconds since the person proved who they are; undefined if never. */
        authAge: number | undefined
        way: string
      }
    | undefined
  env: {
    /** Epoch milliseconds. */
    now: number
    /** The operator’s time zone, like `Europe/Berlin`. */
    zone: string
    /** The person’s address; undefined if it is not known. */
    ip: string | undefined
    /** The key of the app that asks, from its own credentials. */
    app: string
  }
}

export type PolicyRequest = {
  app: string
  action: string
  resourceType: string | undefined
  attributes: Attributes
}

/**
 * Builds the request that policies decide. What an app sends has its place under `resource.` only, whatever it is called: a
 * caller is never believed about `user.*`, `session.*` and `env.*`.
 */
export function requestOf({ user, session, env }: Known, { action, resource }: Asked): PolicyRequest {
  const attributes = new Map<string, Value>()
  for (const [name, value] of Object.entries(resource?.attributes ?? {})) {
    attributes.set(`resource.${name}`, Array.isArray(value) ? new Set(value) : value)
  }
  addUser(attributes, user)
  if (session) addSession(attributes, session)
  addEnvironment(attributes, env)
  return { app: env.app, action, resourceType: resource?.type, attributes }
}

function addUser(attributes: Map<string, Value>, user: Known['user']): void {
  attributes.set('user.id', user.id)
  attributes.set('user.groups', new Set(user.groups))
  attributes.set('user.roles', new Set(user.roles))
  attributes.set('user.mailDomain', user.mailDomain)
  attributes.set('user.created', user.created)
}

function addSession(attributes: Map<string, Value>, session: NonNullable<Known['session']>): void {
  attributes.set('session.mfaVerified', session.mfaVerified)
  attributes.set('session.userVerified', session.userVerified)
  attributes.set('session.amr', new Set(session.amr))
  if (session.authAge !== undefined) attributes.set('session.authAge', session.authAge)
  attributes.set('session.way', session.way)
}

function addEnvironment(attributes: Map<string, Value>, { now, zone, ip, app }: Known['env']): void {
  const { weekday, minutes } = clockIn(zone, now)
  const address = ip === undefined ? undefined : addressOf(ip)
  attributes.set('env.now', now)
  attributes.set('env.weekday', weekday)
  attributes.set('env.minutes', minutes)
  if (address) attributes.set('env.ip', address)
  attributes.set('env.app', app)
}
