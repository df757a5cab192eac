import { parentPort, workerData } from 'node:worker_threads'
import BetterSqlite from 'better-sqlite3'

// The other side of `checkpoints.ts`, in a thread of its own. JavaScript: to read TypeScript, a thread loads 20 MB.
const connection = new BetterSqlite(workerData, { fileMustExist: true })
connection.pragma('synchronous = FULL')

parentPort?.on('message', (asked) => {
  if (asked === 'close') {
    connection.close()
    parentPort?.close()
  } else {
    try {
      connection.pragma('wal_checkpoint(PASSIVE)')
    } catch {
      // A full disk, for instance: the pages stay in the log, and the next commits ask again.
    }
    parentPort?.postMessage('done')
  }
})
