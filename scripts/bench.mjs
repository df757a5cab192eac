import './require-node.mjs'
import { buildIfStale } from './build.mjs'

buildIfStale()
await import(process.argv.includes('--growth') ? '../bench/growth/main.ts' : '../bench/main.ts')
