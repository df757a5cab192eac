import './require-node.mjs'
import module from 'node:module'
import { join } from 'node:path'
import { buildIfStale } from './build.mjs'

process.env.NODE_ENV = 'production'
process.env.NEXT_TELEMETRY_DISABLED = '1'
buildIfStale()
// Later starts load the TypeScript as the first one compiled it.
module.enableCompileCache(join(import.meta.dirname, '../.next/cache/node'))
await import('../server/main.ts')
module.flushCompileCache()
