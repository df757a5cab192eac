import * as people from '#db/people.ts'
import { type Admin, requirePermission } from '#server/admin/admin.ts'
import { AppError } from '#server/errors.ts'
import { shutOut } from '#server/guards.ts'
import { countTry } from '#server/limits.ts'
import type { World } from '#server/world.ts'

/** The state of a person, the gravest first. */
type PersonState = 'awaiting' | 'suspended' | 'deleting' | 'roles_suspended' | 'active'

/** A person in a list. `until`: when the suspension or the grace time of a deletion ends (epoch milliseconds). */
export type ListedPerson = {
  id: string
  name: string
  email: string
  createdAt: number
  state: PersonState
  until?: number
}

const AT_A_TIME = 50
/** No id comes after it. */
const LAST_ID = '~'
const SHORTEST_SEARCH = 2

type Page = { people: ListedPerson[]; next?: string }

/** Returns fifty people, the newest accounts first. `next` asks for more. */
export async function listPeople(world: World, admin: Admin, { before }: { before?: string }): Promise<Page> {
  requirePermission(admin, 'read:people')
  return readNewest(world, before)
}

/** The read of the newest people, for administrators and for the operator. */
export async function readNewest(world: World, before = LAST_ID): Promise<Page> {
  const rows = await world.db.read((reader) => people.list(reader, { before, most: AT_A_TIME + 1 }))
  const shown = rows.slice(0, AT_A_TIME)
  return {
    people: shown.map((row) => listedPerson(row, world.now())),
    next: rows.length > AT_A_TIME ? shown.at(-1)?.id : undefined,
  }
}

/**
 * Returns fifty people who have an address that begins with `search`, in the order of the addresses. `next` asks for more.
 * Refuses a search of one letter, and more than thirty searches a minute.
 */
export async function searchPeople(
  world: World,
  admin: Admin,
  { search, after }: { search: string; after?: string },
): Promise<Page> {
  requirePermission(admin, 'read:people')
  const prefix = search.trim().toLowerCase()
  if (prefix.length < SHORTEST_SEARCH) throw new AppError('invalid_input', { reason: 'searchTooShort' })
  await countTry(world, { searches: admin.userId })
  return findByPrefix(world, prefix, after)
}

/** The read of people by the beginning of an address, for administrators and for the operator. */
export async function findByPrefix(world: World, prefix: string, after?: string): Promise<Page> {
  // Addresses are ASCII, so everything that begins with the prefix is between the two.
  const range = { from: after !== undefined && after > prefix ? `${after}\u0001` : prefix, to: `${prefix}\u007f` }
  const found = await world.db.read((reader) => people.listByAddress(reader, { ...range, most: AT_A_TIME + 1 }))
  const shown = found.slice(0, AT_A_TIME)
  // A person whose addresses begin alike is listed once.
  const once = new Map(shown.map((row) => [row.id, row]))
  return {
    people: [...once.values()].map((row) => listedPerson(row, world.now())),
    next: found.length > AT_A_TIME ? shown.at(-1)?.canonical : undefined,
  }
}

export function listedPerson(row: people.Person, now: number): ListedPerson {
  const { id, name, email, createdAt } = row
  return { id, name, email, createdAt, ...stateOf(row, now) }
}

function stateOf(person: people.Person, now: number): Pick<ListedPerson, 'state' | 'until'> {
  const { suspendedUntil, deleteAt, rolesSuspendedAt } = person
  const why = shutOut(person, now)
  if (why === 'awaiting_approval') return { state: 'awaiting' }
  if (why === 'suspended') return { state: 'suspended', until: suspendedUntil ?? undefined }
  if (deleteAt !== null) return { state: 'deleting', until: deleteAt }
  return { state: rolesSuspendedAt === null ? 'active' : 'roles_suspended' }
}
