import type { Tx } from '#db/engine/database.ts'
import type { Actor } from '#server/actor.ts'
import { requireSession } from '#server/guards.ts'
import type { World } from '#server/world.ts'

/** Runs `work` in a transaction of a person's account. No other one of this account runs at the same time. */
export function inAccount<T>({ db }: Pick<World, 'db'>, userId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction(work, { person: userId })
}

/** Runs `work` like `inAccount`. Refuses with `not_signed_in` if the actor's session ended during the request. */
export function inSession<T>(world: Pick<World, 'db'>, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inAccount(world, actor.userId, async (tx) => {
    await requireSession(tx, actor)
    return work(tx)
  })
}
