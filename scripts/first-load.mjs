import './require-node.mjs'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { buildIfStale } from './build.mjs'
import { withEmptyApp } from './empty-app.mjs'
import { withProduction } from './production.mjs'

const MOST = 25 * 1_024
const RECORDED = JSON.parse(readFileSync(join(import.meta.dirname, 'empty-page.json'), 'utf8'))
const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../node_modules/next/package.json'), 'utf8'))
const recorded = process.argv.includes('--recorded')

if (recorded && RECORDED.next !== version)
  throw new Error(
    `The empty page was measured with Next ${RECORDED.next}, and this is ${version}: run npm run first-load.`,
  )

buildIfStale()
const ours = await withProduction((origin) => scriptsOf(`${origin}/sign-in`))
const empty = recorded ? RECORDED.bytes : await withEmptyApp((origin) => scriptsOf(`${origin}/`))
console.log(
  `Scripts of /sign-in, gzipped: ${ours} bytes. An empty page of Next ${version}${recorded ? ' (as recorded)' : ''}: ${empty} bytes.`,
)
console.log(`/sign-in adds ${((ours - empty) / 1_024).toFixed(1)} KB; the limit is ${MOST / 1_024} KB.`)
if (!recorded && (RECORDED.next !== version || Math.abs(RECORDED.bytes - empty) > 500)) {
  console.log(
    `scripts/empty-page.json has ${RECORDED.bytes} bytes for Next ${RECORDED.next}: write the new figures into it.`,
  )
  process.exitCode = 1
}
if (ours - empty > MOST) process.exitCode = 1

/** Returns the bytes of script that a page loads, with each file gzipped. Files for old browsers are not counted. */
async function scriptsOf(url) {
  const html = await (await fetch(url)).text()
  const files = [...html.matchAll(/<script[^>]*>/g)]
    .filter(([tag]) => !tag.includes('noModule'))
    .flatMap(([tag]) => /src="([^"]+)"/.exec(tag)?.[1] ?? [])
  const sizes = await Promise.all(
    [...new Set(files)].map(
      async (file) => gzipSync(Buffer.from(await (await fetch(new URL(file, url))).arrayBuffer()), { level: 9 }).length,
    ),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}
