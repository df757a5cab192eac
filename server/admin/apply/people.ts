import type { Reader } from '#db/engine/database.ts'
import * as emails from '#db/emails.ts'
import { readAddress } from '#server/addresses/address.ts'
import { readHolders, readMembers } from '#server/admin/apply/standing.ts'
import type { Fault, Wanted } from '#server/admin/apply/wanted.ts'

type Target = { what: 'member'; group: string } | { what: 'role_of_person'; app: string; key: string }

/** What one person is given, or what is taken from them. */
export type PersonStep = { act: 'give' | 'take'; id: string; email: string } & Target

type PeoplePlan = { faults: Fault[]; steps: PersonStep[]; stays: number; left: string[] }
type Asked = { target: Target; path: PropertyKey[]; named: string[] }

/** Returns what has to be done for the people in groups and with roles. `prune`: who is not named loses it. */
export async function planPeople(
  reader: Reader,
  wanted: Wanted,
  { prune, now }: { prune: boolean; now: number },
): Promise<PeoplePlan> {
  const all: PeoplePlan = { faults: [], steps: [], stays: 0, left: [] }
  for (const asked of askedIn(wanted)) {
    const plan = await planList(reader, asked, { prune, now })
    all.faults.push(...plan.faults)
    all.steps.push(...plan.steps)
    all.left.push(...plan.left)
    all.stays += plan.stays
  }
  return all
}

/** Who is not in a list that is missing is left alone. */
function askedIn({ groups = [], roles = [] }: Wanted): Asked[] {
  const members = groups.map(({ key, members: named }, at) => ({
    target: { what: 'member' as const, group: key },
    path: ['groups', at, 'members'],
    named,
  }))
  const holders = roles.map(({ app, key, people: named }, at) => ({
    target: { what: 'role_of_person' as const, app, key },
    path: ['roles', at, 'people'],
    named,
  }))
  return [...members, ...holders].flatMap(({ named, ...rest }) => (named ? [{ named, ...rest }] : []))
}

async function planList(
  reader: Reader,
  { target, path, named }: Asked,
  { prune, now }: { prune: boolean; now: number },
): Promise<PeoplePlan> {
  const held = await (target.what === 'member'
    ? readMembers(reader, target.group, now)
    : readHolders(reader, target, now))
  const found = await Promise.all(named.map((address) => ownerOf(reader, address)))
  const faults = found.flatMap((owner, at) =>
    typeof owner === 'string' ? [{ path: [...path, at], sentence: owner }] : [],
  )
  // Two addresses of one person name that person.
  const people = new Map(found.flatMap((owner) => (typeof owner === 'string' ? [] : [[owner.id, owner.email]])))
  const holders = new Map(held.map(({ id, email }) => [id, email]))
  const missing = [...people].filter(([id]) => !holders.has(id))
  const unnamed = [...holders].filter(([id]) => !people.has(id)).toSorted(([, a], [, b]) => (a < b ? -1 : 1))
  const step =
    (act: 'give' | 'take') =>
    ([id, email]: [string, string]): PersonStep => ({ act, id, email, ...target })
  return {
    faults,
    steps: [...missing.map(step('give')), ...(prune ? unnamed.map(step('take')) : [])],
    stays: people.size - missing.length,
    left: prune ? [] : unnamed.map(([, email]) => `${email} ${placeOf(target)}`),
  }
}

function placeOf(target: Target): string {
  return target.what === 'member' ? `in group ${target.group}` : `with role ${target.app}/${target.key}`
}

/** Returns who has an address, or a sentence if nobody does. */
async function ownerOf(reader: Reader, text: string): Promise<{ id: string; email: string } | string> {
  const address = readAddress(text)
  if (!address) return 'is no address'
  const owner = await emails.findByCanonical(reader, address.canonical)
  return owner ? { id: owner.userId, email: owner.address } : 'has no account'
}
