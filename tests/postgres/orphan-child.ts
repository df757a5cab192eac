import { startPostgres } from './server.ts'

/** Starts a PostgreSQL, prints its process and its folder, and does not end by itself. */
const { pid, folder } = await startPostgres()
console.log(JSON.stringify({ pid, folder }))
setInterval(() => undefined, 60_000)
