import './require-node.mjs'
import { buildIfStale } from './build.mjs'

buildIfStale()
await import('../bench/main.ts')
