#!/usr/bin/env node
import '../scripts/require-node.mjs'
import module from 'node:module'
import { join } from 'node:path'

// Later runs load the TypeScript as the first one compiled it.
module.enableCompileCache(join(import.meta.dirname, '../.next/cache/node'))
const { runLatchkey } = await import('./main.ts')

const code = await runLatchkey(process.argv.slice(2), process.env)
module.flushCompileCache()
process.exit(code)
