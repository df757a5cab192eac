import type { Reader } from '#db/engine/database.ts'
import * as events from '#db/events.ts'
import type { Actor } from '#server/actor.ts'
import { kindNamed, type Topic } from '#server/activity/kinds.ts'
import { type ChainedEvent, chainedEvent } from '#server/audit/chain.ts'
import { type Device, deviceOf } from '#server/devices/device.ts'
import { type NetworkJudge, networkJudge } from '#server/sessions/networks.ts'
import type { World } from '#server/world.ts'

export type ShownEvent = ChainedEvent & {
  device: Device
  /** The owner should look at it. */
  worrying: boolean
  /** Whether the person had signed in from this network before. Unknown for what is long ago or came from no network. */
  network?: 'usual' | 'new'
}

type Filter = {
  /** Only events about this. `worrying`: only those that the owner should look at. */
  about?: Topic | 'worrying'
  /** Only what this session did. */
  session?: string
}
type Asked = Filter & { before?: number; limit?: number }

/** How many events one request looks through at most. */
const LOOKED_AT = 2_000
const AT_A_TIME = 250

/**
 * Returns the actor's security events before a number, newest first, and the number with which to request older ones. A
 * filter looks through 2,000 events at most, so fewer than `limit` may be returned although there are older ones.
 */
export function listEvents(
  world: World,
  actor: Actor,
  { before = Number.MAX_SAFE_INTEGER, limit = 50, ...filter }: Asked,
): Promise<{ events: ShownEvent[]; next?: number }> {
  return world.db.read(async (reader) => {
    const [judge, { rows, older }] = await Promise.all([
      judgeOf(world, reader, actor),
      find(reader, actor.userId, { before, limit, filter }),
    ])
    const shown = rows.slice(0, limit)
    return {
      events: shown.map((row) => shownEvent(row, judge, actor.language)),
      next: rows.length > limit ? shown.at(-1)?.seq : older,
    }
  })
}

/** Returns one of the actor's events, if there is one with this number. */
export function findEvent(world: World, actor: Actor, { seq }: { seq: number }): Promise<ShownEvent | undefined> {
  return world.db.read(async (reader) => {
    const [judge, [row]] = await Promise.all([
      judgeOf(world, reader, actor),
      events.list(reader, { userId: actor.userId, before: seq + 1, most: 1 }),
    ])
    return row?.seq === seq ? shownEvent(row, judge, actor.language) : undefined
  })
}

type Search = { before: number; limit: number; filter: Filter }

/**
 * Returns the events that are asked for, one more than `limit` if there is one. `older`: where to go on if not all events
 * were looked at.
 */
async function find(
  reader: Reader,
  userId: string,
  { before, limit, filter }: Search,
): Promise<{ rows: events.Event[]; older?: number }> {
  const isFiltered = Object.values(filter).some((wanted) => wanted !== undefined)
  const most = isFiltered ? AT_A_TIME : limit + 1
  const rows: events.Event[] = []
  let from = before
  for (let looked = 0; looked < LOOKED_AT; looked += most) {
    const page = await events.list(reader, { userId, before: from, most })
    rows.push(...page.filter((event) => isAsked(event, filter)))
    // One more shows whether there are older ones: the oldest may have been deleted.
    if (page.length < most || rows.length > limit) return { rows }
    from = page.at(-1)?.seq ?? from
  }
  return { rows, older: from }
}

function judgeOf(world: World, reader: Reader, { userId }: Actor): Promise<NetworkJudge> {
  return networkJudge(reader, world.keys, { userId, now: world.now() })
}

function isAsked({ kind, sessionId }: events.Event, { about, session }: Filter): boolean {
  if (session !== undefined && sessionId !== session) return false
  if (about === undefined) return true
  const known = kindNamed(kind)
  return about === 'worrying' ? known?.worrying === true : known?.topic === about
}

function shownEvent(row: events.Event, judge: NetworkJudge, language: Actor['language']): ShownEvent {
  return {
    ...chainedEvent(row),
    device: deviceOf(row.userAgent, language),
    worrying: kindNamed(row.kind)?.worrying === true,
    // The first network of an account is neither.
    network: row.kind === 'account_created' ? undefined : judge(row),
  }
}
