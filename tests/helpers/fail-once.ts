import type { Database } from '#db/engine/database.ts'

/** What the first commit of each transaction fails with. */
class ClashError extends Error {}

/**
 * A database on which every transaction clashes with another one and runs again: the first time all of its work is done
 * and rolled back, as with SQLSTATE 40001. `onClash` is called each time.
 */
export function failEachCommitOnce(db: Database, onClash = () => {}): Database {
  return {
    ...db,
    async transaction(work, options) {
      const clashing = db.transaction(
        async (tx) => {
          await work(tx)
          throw new ClashError()
        },
        { ...options, atOnce: false },
      )
      await clashing.catch((error: unknown) => {
        if (!(error instanceof ClashError)) throw error
        onClash()
      })
      return db.transaction(work, options)
    },
  }
}
