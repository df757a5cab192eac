import { quickCheck } from '#db/engine/sqlite/quick-check.ts'

// A process of its own can be ended when the check takes too long.
for (const line of quickCheck(process.argv[2] ?? '')) console.log(line)
