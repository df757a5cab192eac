import { type CopySource, MARKS, type Table } from '#db/engine/copying.ts'
import type { Address } from '#db/engine/postgres/address.ts'
import { copyReader } from '#db/engine/postgres/copy-reader.ts'
import { listOfTables, openCopySession, refuseServers } from '#db/engine/postgres/copy-session.ts'

/**
 * Opens the database that a move reads from, and locks its tables against every change until it is closed. Its only change
 * is the mark at the end. Throws `EndInUseError` if a server is connected.
 */
export async function openPostgresSource(
  address: Address,
  { timeout, tables }: { timeout: number; tables: Table[] },
): Promise<CopySource> {
  const session = await openCopySession(address, timeout)
  try {
    await refuseServers(session)
    await session.ask('begin')
    await session.ask(`lock table ${listOfTables(tables)} in share mode`)
    return {
      ...copyReader(session),
      async markMoved(to) {
        // A server that had no connection when the move began has one by now.
        await refuseServers(session)
        await session.ask('insert into instance (name, value) values ($1, $2)', [MARKS.moved, to])
        await session.ask('commit')
      },
      close: session.close,
    }
  } catch (fault) {
    await session.close()
    throw fault
  }
}
