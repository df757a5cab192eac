import type { Rules } from '#server/custody/rules.ts'
import type { Scale } from './scale.ts'
import { agesOf, EMAIL, EMAILS, type EmailSlot, keep, SESSION, SIZE, type State, WAYS, type WaySlot } from './state.ts'
import type { Game, Readers } from './turn.ts'

type Holding = {
  /** Settled, or so many days old. */
  ways: Partial<Record<WaySlot, 'settled' | number>>
  /** The account's addresses, and whether the owner reads them. */
  emails: Partial<Record<EmailSlot, boolean>>
  /** The owner removed it today. */
  removed?: EmailSlot
}

/** What owners have. */
const OWNERS = {
  'a passkey and a mailbox': { ways: { passkey: 'settled' }, emails: { main: true } },
  'a passkey only': { ways: { passkey: 'settled' }, emails: { main: false } },
  'the main address only': { ways: {}, emails: { main: true } },
  'two addresses': { ways: {}, emails: { main: true, second: true } },
  'a passkey and two addresses': { ways: { passkey: 'settled' }, emails: { main: true, second: true } },
  'the main address of two': { ways: {}, emails: { main: true, second: false } },
  'a code and a mailbox': { ways: { code: 'settled' }, emails: { main: true } },
  'a passkey, a code and a mailbox': { ways: { passkey: 'settled', code: 'settled' }, emails: { main: true } },
  'a one-day-old passkey and a mailbox': { ways: { passkey: 1 }, emails: { main: true } },
  'a one-day-old passkey and the main address of two': { ways: { passkey: 1 }, emails: { main: true, second: false } },
  'a passkey, a mailbox and a removed address': {
    ways: { passkey: 'settled' },
    emails: { main: true, second: false },
    removed: 'second',
  },
  'a passkey, a mailbox and a dead address': { ways: { passkey: 'settled' }, emails: { main: true, second: false } },
} satisfies Record<string, Holding>

type Thief = { reads?: EmailSlot[]; session?: true; device?: true }

/** What attackers have. */
const ATTACKERS = {
  stranger: {},
  'thief of the main mailbox': { reads: ['main'] },
  'thief of the second mailbox': { reads: ['second'] },
  'session thief': { session: true },
  'thief of a session and the main mailbox': { session: true, reads: ['main'] },
  'thief of a session and the second mailbox': { session: true, reads: ['second'] },
  'device thief': { device: true },
  'thief of a device and the main mailbox': { device: true, reads: ['main'] },
} satisfies Record<string, Thief>

type Owner = keyof typeof OWNERS
type Attacker = keyof typeof ATTACKERS

/** A game: who has what, and what is promised. */
export type Scenario = {
  owner: Owner
  attacker: Attacker
  /**
   * `alone`: from some day on the owner is in and nobody else. `whole`: and the owner's ways in are all there.
   * `always`: for an owner who comes on the day they are told, that is so on every day. `out`: as `alone`, and the
   * address that the owner removed does not come back.
   */
  promise: 'alone' | 'whole' | 'always' | 'out'
  /** The owner comes later than usual: one day before what the attacker adds settles. */
  late?: true
}

export function nameOf({ owner, attacker, promise, late }: Scenario): string {
  return `${owner} against a ${attacker}: ${promise}${late ? ', late' : ''}`
}

export function gameOf({ owner, attacker, promise, late }: Scenario, usual: Scale, rules: Rules): Game {
  const { ways, emails, removed }: Holding = OWNERS[owner]
  const { reads = [] }: Thief = ATTACKERS[attacker]
  const readers: Readers = EMAILS.map((email) => [
    ...(emails[email] === true || email === 'owners' ? (['owner'] as const) : []),
    ...(reads.includes(email) || email === 'attackers' ? (['attacker'] as const) : []),
  ])
  const away = promise === 'always' ? 0 : late ? usual.settled - 1 : usual.away
  const whole = WAYS.flatMap((way, i) => (ways[way] === undefined ? [] : [i]))
  const out = removed && promise === 'out' ? [EMAILS.indexOf(removed)] : []
  return {
    rules,
    ages: agesOf({ ...usual, away }),
    readers,
    whole: promise === 'whole' || promise === 'always' ? whole : [],
    out,
  }
}

export function startOf({ owner, attacker }: Scenario, { ages }: Game): State {
  const { ways, emails, removed }: Holding = OWNERS[owner]
  const { session, device }: Thief = ATTACKERS[attacker]
  const state: State = Array.from({ length: SIZE }, () => 0)
  for (const [i, way] of WAYS.entries()) {
    const age = ways[way]
    if (age !== undefined) state[i] = age === 'settled' ? ages.settled : age + 1
  }
  if (device) state[WAYS.indexOf('stolenPasskey')] = ages.settled
  for (const [i, email] of EMAILS.entries()) if (emails[email] !== undefined) state[EMAIL + i] = ages.settled
  if (removed) state[EMAIL + EMAILS.indexOf(removed)] = keep({ settled: true, final: false }, ages)
  state[SESSION] = session ? 1 : 0
  return state
}

/** Every pair of an owner and an attacker, and what docs/custody.md promises the owner. Small games come first. */
export const PROMISED: Scenario[] = [
  ...pairs('always', {
    'a passkey and a mailbox': [
      'thief of the main mailbox',
      'session thief',
      'thief of a session and the main mailbox',
    ],
    'a passkey only': ['thief of the main mailbox', 'thief of a session and the main mailbox'],
    'a code and a mailbox': ['thief of a session and the main mailbox'],
    'a one-day-old passkey and the main address of two': ['thief of the second mailbox'],
  }),
  ...pairs('out', {
    'a passkey, a mailbox and a removed address': [
      'thief of the second mailbox',
      'thief of a session and the second mailbox',
    ],
  }),
  ...pairs('whole', {
    'a passkey, a code and a mailbox': ['session thief', 'thief of the main mailbox'],
  }),
  { owner: 'a passkey and a mailbox', attacker: 'session thief', promise: 'alone', late: true },
  ...pairs('alone', {
    'a passkey and a mailbox': [
      'stranger',
      'thief of the main mailbox',
      'session thief',
      'thief of a session and the main mailbox',
      'device thief',
    ],
    'a passkey only': [
      'stranger',
      'thief of the main mailbox',
      'session thief',
      'thief of a session and the main mailbox',
    ],
    'the main address only': ['stranger', 'session thief'],
    'two addresses': ['thief of the second mailbox', 'session thief', 'thief of a session and the second mailbox'],
    'a passkey and two addresses': [
      'thief of the main mailbox',
      'thief of the second mailbox',
      'session thief',
      'thief of a session and the main mailbox',
      'thief of a session and the second mailbox',
      'device thief',
    ],
    'the main address of two': [
      'thief of the second mailbox',
      'session thief',
      'thief of a session and the second mailbox',
    ],
    'a code and a mailbox': [
      'thief of the main mailbox',
      'session thief',
      'thief of a session and the main mailbox',
      'device thief',
    ],
    'a passkey, a code and a mailbox': ['thief of a session and the main mailbox', 'device thief'],
    'a one-day-old passkey and a mailbox': ['stranger', 'session thief'],
    'a one-day-old passkey and the main address of two': [
      'thief of the second mailbox',
      'thief of a session and the second mailbox',
    ],
    'a passkey, a mailbox and a removed address': [
      'thief of the second mailbox',
      'thief of a session and the second mailbox',
    ],
    'a passkey, a mailbox and a dead address': [
      'thief of the main mailbox',
      'session thief',
      'thief of a session and the main mailbox',
      'device thief',
    ],
  }),
]

/** Pairs that no rule can decide: with the names exchanged, the same rules would rob the owner of the other pair. */
export const UNDECIDED: Scenario[] = pairs('alone', {
  'a passkey only': ['device thief'],
  'the main address only': ['thief of the main mailbox', 'device thief'],
  'two addresses': ['thief of the main mailbox', 'device thief'],
  'a passkey and a mailbox': ['thief of a device and the main mailbox'],
})

function pairs(promise: Scenario['promise'], attackersOf: Partial<Record<Owner, Attacker[]>>): Scenario[] {
  // The type of Object.entries loses the keys.
  const entries = Object.entries(attackersOf) as [Owner, Attacker[]][]
  return entries.flatMap(([owner, attackers]) => attackers.map((attacker) => ({ owner, attacker, promise })))
}
