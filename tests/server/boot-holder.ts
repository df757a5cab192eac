import { bootServer } from '#server/boot.ts'
import { readConfig } from '#server/config/config.ts'

// A process that serves a data directory: until it is killed, or with an argument for a moment.
const world = await bootServer(readConfig(process.env), { log: () => {} })
process.stdout.write('served')
if (process.argv.length > 2) setTimeout(() => void world.db.close(), 1_500)
else setInterval(() => {}, 60_000)
