import './require-node.mjs'
import { buildIfStale } from './build.mjs'

buildIfStale()
await import('../tests/attacks/main.ts')
