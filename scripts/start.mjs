import './require-node.mjs'
import { buildIfStale } from './build.mjs'

process.env.NODE_ENV = 'production'
process.env.NEXT_TELEMETRY_DISABLED = '1'
buildIfStale()
await import('../server/main.ts')
