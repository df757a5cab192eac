import { getMigrations } from 'better-auth/db/migration'
import { auth } from './auth.mjs'

/** Creates better-auth's tables and indexes, as its own command line does. */
const { runMigrations } = await getMigrations(auth.options)
await runMigrations()
