import * as grants from '#db/grants.ts'
import * as queue from '#db/outbox-queue.ts'
import * as recoveries from '#db/recoveries.ts'
import { type Admin, requirePermission } from '#server/admin/admin.ts'
import { countPeople, countSignIns, type Figure, MOST_SIGN_INS } from '#server/admin/figures.ts'
import type { MailTransport } from '#server/mail-transport.ts'
import type { World } from '#server/world.ts'

/** Something that is as it should be, or that an administrator should look at. */
type Light = { light: 'database' | 'mail' | 'owners' | 'recoveries'; good: boolean }

/** The product at a glance. Numbers end at `MOST`. */
export type Overview = {
  people: Figure
  /** In the last 24 hours. `more`: there were more than are counted. */
  signIns: Figure & { more: boolean }
  /** Recoveries that are under way, and those of them that can be completed now. */
  recoveries: { live: number; ready: number }
  /** Letters that wait, those of them that were refused before, and those that were given up in the last three days. */
  mail: { transport: MailTransport['name']; waiting: number; failing: number; givenUp: number }
  /** How many owners can sign in, counted up to two. */
  owners: number
  version: string
  lights: Light[]
}

/** Numbers are counted up to this one. */
const MOST = 1_000
/** One owner who loses their account is one too few. */
const ENOUGH_OWNERS = 2
const THREE_DAYS = 3 * 86_400_000

/** Returns what administrators should see first. */
export async function readOverview(world: World, admin: Admin): Promise<Overview> {
  requirePermission(admin, 'read:people')
  const now = world.now()
  const [people, signIns, [live, letters, givenUp, owners]] = await Promise.all([
    countPeople(world),
    countSignIns(world),
    world.db.read((reader) =>
      Promise.all([
        recoveries.countLive(reader, { now, most: MOST }),
        queue.countWaiting(reader, MOST),
        queue.countGivenUp(reader, { since: now - THREE_DAYS, most: MOST }),
        grants.listHolders(reader, { role: 'owner', now, most: ENOUGH_OWNERS }),
      ]),
    ),
  ])
  const transport = world.transport.name
  const isSent = transport !== 'mailbox' || world.config.testing
  return {
    people,
    signIns: { ...signIns, more: signIns.count >= MOST_SIGN_INS },
    recoveries: live,
    mail: { transport, ...letters, givenUp },
    owners: owners.length,
    version: world.version,
    lights: [
      // Everything above was read from it.
      { light: 'database', good: true },
      { light: 'mail', good: isSent && letters.failing === 0 && givenUp === 0 },
      { light: 'owners', good: owners.length >= ENOUGH_OWNERS },
      { light: 'recoveries', good: live.ready === 0 },
    ],
  }
}
