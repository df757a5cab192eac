import * as emails from '#db/emails.ts'
import * as passkeys from '#db/passkeys.ts'
import * as recoveries from '#db/recoveries.ts'
import * as totp from '#db/totp.ts'
import * as users from '#db/users.ts'
import { KEPT_FOR, listKept } from '#server/custody/retire.ts'
import { isSettled } from '#server/settled.ts'
import { stateOf } from '#server/recoveries/state.ts'
import {
  at,
  CODE,
  DELETION,
  EMAIL,
  EMAILS,
  keptOf,
  MAIN,
  RECOVERY,
  SESSION,
  type State,
  WAYS,
} from '#tests/custody/model/state.ts'
import { rows } from '#tests/server/passkeys/rows.ts'
import { DAY } from '#tests/server/second-factor/steps.ts'
import { credentialIdOf, type Scene } from './scene.ts'

/** What an account is, in words that the model and the product can both be told in. */
export type Shown = Record<string, string>

const NOTHING = 'none'
const SETTLED = 'settled'

/** Tells a state of the model. */
export function shownByModel({ game: { ages } }: Pick<Scene, 'game'>, state: State): Shown {
  const boundAs = (value: number): string => {
    const kept = keptOf(value, ages)
    if (kept) return keptFor(kept)
    return value === 0 ? NOTHING : value === ages.settled ? SETTLED : aged(value - 1)
  }
  const recoveryAs = (value: number) => (value === 0 ? NOTHING : value > ages.scale.wait ? 'ready' : 'waiting')
  return {
    ...Object.fromEntries(WAYS.map((way, i) => [way, boundAs(at(state, i))])),
    ...Object.fromEntries(EMAILS.map((email, i) => [email, boundAs(at(state, EMAIL + i))])),
    ...Object.fromEntries(EMAILS.map((email, i) => [`recovery of ${email}`, recoveryAs(at(state, RECOVERY + i))])),
    'main address': EMAILS[at(state, MAIN)] ?? '',
    deletion: at(state, DELETION) === 0 ? NOTHING : `${at(state, DELETION)} days left`,
    'session of the attacker': at(state, SESSION) === 1 ? 'live' : NOTHING,
  }
}

/** Tells the account as the product stores it. The owner has signed out everywhere. Undefined: it is deleted. */
export async function shownByProduct({ world, userId, addresses, devices }: Scene): Promise<Shown | undefined> {
  const now = world.now()
  const [sessions] = await rows<{ n: number }>(world, 'select count(*) as n from sessions where user_id = ?', userId)
  const [planned] = await rows<{ at: number | null }>(world, 'select delete_at as "at" from users where id = ?', userId)
  return world.db.read(async (reader) => {
    const user = await users.find(reader, userId)
    if (!user) return undefined
    const [owned, app, listed, kept] = await Promise.all([
      passkeys.list(reader, userId),
      totp.find(reader, userId),
      emails.list(reader, userId),
      listKept(reader, userId, now),
    ])
    const boundAs = (boundAt: number[], names: string[], kind: string): string => {
      const [oldest] = boundAt.toSorted((a, b) => a - b)
      if (oldest !== undefined) return isSettled(oldest, user, now) ? SETTLED : aged(Math.floor((now - oldest) / DAY))
      const last = kept.findLast((row) => row.kind === kind && names.includes(row.name))
      return last
        ? keptFor({ daysLeft: Math.ceil((last.retiredAt + KEPT_FOR - now) / DAY), final: last.final === 1 })
        : NOTHING
    }
    const wayAs = (way: number): string => {
      if (way === CODE) return boundAs(app ? [app.createdAt] : [], [''], 'totp')
      const names = (devices[way] ?? []).map(credentialIdOf)
      const live = owned.filter(({ credentialId }) => names.includes(credentialId))
      return boundAs(
        live.map(({ createdAt }) => createdAt),
        names,
        'passkey',
      )
    }
    const emailAs = (address: string): string => {
      const live = listed.filter((email) => email.address === address)
      return boundAs(
        live.map(({ createdAt }) => createdAt),
        [address],
        'email',
      )
    }
    const recoveryAs = async (canonical: string) =>
      stateOf(await recoveries.findLive(reader, { userId, canonical, now }), now).state
    const primary = listed.find(({ isPrimary }) => isPrimary === 1)?.address ?? ''
    const states = await Promise.all(addresses.map(recoveryAs))
    return {
      ...Object.fromEntries(WAYS.map((way, i) => [way, wayAs(i)])),
      ...Object.fromEntries(EMAILS.map((email, i) => [email, emailAs(addresses[i] ?? '')])),
      ...Object.fromEntries(EMAILS.map((email, i) => [`recovery of ${email}`, states[i] ?? ''])),
      'main address': EMAILS[addresses.indexOf(primary)] ?? '',
      deletion: planned?.at ? `${Math.ceil((planned.at - now) / DAY)} days left` : NOTHING,
      'session of the attacker': (sessions?.n ?? 0) > 0 ? 'live' : NOTHING,
    }
  })
}

/** Returns what differs. */
export function differences(model: Shown, product: Shown): string[] {
  return Object.keys(model).flatMap((what) =>
    model[what] === product[what] ? [] : `${what}: ${model[what]} in the model, ${product[what]} in the product`,
  )
}

function aged(days: number): string {
  return `${days} days old`
}

function keptFor({ daysLeft, final }: { daysLeft: number; final: boolean }): string {
  return `kept for ${daysLeft} days${final ? ', removed for good' : ''}`
}
