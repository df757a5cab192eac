import { bootCommand } from '#server/boot.ts'
import { readConfig } from '#server/config/config.ts'
import { deliverDue } from '#server/mail/outbox/deliver.ts'

// A process that delivers due letters from a given moment on, in a world whose clock stands still.
const [now, at] = process.argv.slice(2).map(Number)
const world = await bootCommand(readConfig(process.env), { now: () => now ?? 0, log: () => {} })
while (Date.now() < (at ?? 0));

let delivered = 0
for (let more = await deliverDue(world); more > 0; more = await deliverDue(world)) delivered += more
await world.db.close()
process.stdout.write(String(delivered))
