import { bootWorld } from '#server/boot.ts'
import { readConfig } from '#server/config/config.ts'

// A process that boots a world at a given moment (epoch milliseconds), so that several can boot at once.
const { config, at } = { config: readConfig(process.env), at: Number(process.argv[2]) }
while (Date.now() < at);

const world = bootWorld(config)
await world.db.transaction((tx) => tx.run('insert into spent (id, forget_at) values (?, ?)', tx.newId(), tx.now))
await world.db.close()
process.stdout.write(JSON.stringify(Object.values(world.keys).map(([{ id }]) => id)))
