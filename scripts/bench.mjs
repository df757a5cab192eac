import './require-node.mjs'
import { getBrowser } from './browser.mjs'
import { buildIfStale } from './build.mjs'

buildIfStale()
if (process.argv.includes('--pages')) process.env.BROWSER_PATH = getBrowser()
await import(process.argv.includes('--growth') ? '../bench/growth/main.ts' : '../bench/main.ts')
