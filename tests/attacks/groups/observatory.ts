import { execFile, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ROOT } from '#tests/helpers/process.ts'
import { parse } from '../document.ts'
import { type PublicServer, withPublicServer } from '../public.ts'
import type { Scale } from '../scale.ts'
import { expectThat, newTally, type Tally } from '../tally.ts'

const SCANNER = join(ROOT, 'node_modules/@mdn/mdn-http-observatory/src/scan.js')
const HOOK = join(import.meta.dirname, '../observatory-hook.mjs')
const PAGES = ['', '/sign-in', '/sign-up', '/recover']
const HIGHEST = 'A+'

type Scan = {
  error?: string
  scan?: { grade: string; score: number; testsPassed: number; testsQuantity: number }
  tests?: Record<string, { pass: boolean; result: string }>
}

/** Mozilla's HTTP Observatory, its own scanner unchanged, against a public server behind TLS: the highest grade, and no test failed. */
export async function askTheObservatory({ full }: Scale): Promise<Tally> {
  const tally = newTally('observatory')
  if (spawnSync('openssl', ['version']).status !== 0) {
    tally.notJudged = 'there is no openssl to make a certificate with'
    return tally
  }
  await withPublicServer(async (server) => {
    for (const page of full ? PAGES : PAGES.slice(0, 1)) {
      const { error, scan, tests = {} } = await scanPage(server, page)
      const failed = Object.entries(tests)
        .filter(([, { pass }]) => !pass)
        .map(([name, { result }]) => `${name}: ${result}`)
      expectThat(tally, scan?.grade === HIGHEST, `${page || '/'} has the grade ${scan?.grade ?? error}`, 'passed')
      for (const [name, { pass, result }] of Object.entries(tests))
        expectThat(tally, pass, `${page || '/'} fails ${name}: ${result}`, 'passed')
      if (scan)
        tally.notes.push(
          `${page || '/'}: ${scan.grade}, ${scan.score} points, ${scan.testsPassed} of ${scan.testsQuantity} tests passed${failed.length > 0 ? `; not ${failed.join(', ')}` : ''}`,
        )
    }
    // Proves that it looks: without the policy the same page gets a lower grade.
    server.front.swallows = 'content-security-policy'
    const { scan } = await scanPage(server, '')
    expectThat(tally, scan !== undefined && scan.grade !== HIGHEST, `without a policy the grade is ${scan?.grade}`)
    tally.notes.push(`/ without its policy, for comparison: ${scan?.grade}`)
  })
  return tally
}

async function scanPage({ front }: PublicServer, page: string): Promise<Scan> {
  const { host } = new URL(front.origin)
  const said = await new Promise<string>((resolve) => {
    execFile(
      process.execPath,
      ['--import', HOOK, SCANNER, host + page],
      { env: { ...process.env, NODE_EXTRA_CA_CERTS: front.certificate } },
      (_error, output, complaints) => resolve(output || complaints),
    )
  })
  // The scanner's output, or any other text.
  return (parse(said) as Scan | undefined) ?? { error: said.slice(0, 500) }
}
