import type { Tx } from '#db/engine/database.ts'
import * as browsers from '#db/browsers.ts'
import * as recoveries from '#db/recoveries.ts'
import type { Visitor } from '#server/actor.ts'
import { countIn } from '#server/limits.ts'
import { knownNetwork } from '#server/sessions/networks.ts'
import type { World } from '#server/world.ts'

/**
 * Returns whether a request comes from a browser or a network that the account knows, or from the browser that started
 * its live recovery, and the budget of that browser or network is not used up. Strangers cannot spend this budget. An
 * address without an account takes the same work.
 */
export async function isAcquainted(
  tx: Tx,
  rules: Pick<World, 'config' | 'keys'>,
  { browser, ip, userId }: Visitor & { userId: string | undefined },
): Promise<boolean> {
  const owner = { userId: userId ?? '' }
  const [hasBrowser, hasStarted, network] = await Promise.all([
    browsers.isKnown(tx, { ...owner, browser }),
    recoveries.isStartedBy(tx, { ...owner, browser, now: tx.now }),
    knownNetwork(tx, rules.keys, { ...owner, ip, now: tx.now }),
  ])
  const known = hasBrowser || hasStarted ? browser : network
  // A stranger is counted too, as nobody, because the time must not show the difference.
  const subject = known === undefined ? 'nobody' : `${owner.userId} ${known}`
  const wait = await countIn(tx, rules, { 'acquainted-letters-hour': subject, 'acquainted-letters-day': subject })
  return known !== undefined && wait === 0
}
