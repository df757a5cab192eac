import { parentPort, workerData } from 'node:worker_threads'
import BetterSqlite from 'better-sqlite3'

// The code of the thread that `worker.ts` starts. It is JavaScript, because a thread needs 20 MB more to load
// TypeScript.
const connection = new BetterSqlite(workerData.file, { fileMustExist: true })
for (const pragma of workerData.pragmas) connection.pragma(pragma)

const work = {
  checkpoint() {
    connection.pragma('synchronous = FULL')
    connection.pragma('wal_checkpoint(PASSIVE)')
  },
  begin({ durable }) {
    // SQLite can change this only outside transactions.
    connection.pragma(`synchronous = ${durable ? 'FULL' : 'NORMAL'}`)
    connection.exec('begin immediate')
  },
  get: ({ sql, values }) => connection.prepare(sql).get(...values),
  all: ({ sql, values }) => connection.prepare(sql).all(...values),
  run: ({ sql, values }) => connection.prepare(sql).run(...values).changes,
  commit: () => void connection.exec('commit'),
  rollback: () => void (connection.inTransaction && connection.exec('rollback')),
}

function answer(asked) {
  try {
    return { answer: work[asked.what](asked) }
  } catch (error) {
    return { fault: { message: error.message, code: error.code } }
  }
}

parentPort?.on('message', (asked) => {
  if (asked.what !== 'close') return parentPort?.postMessage(answer(asked))
  connection.close()
  parentPort?.close()
})
