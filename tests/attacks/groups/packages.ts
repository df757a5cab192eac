import { spawnSync } from 'node:child_process'
import { ROOT } from '#tests/helpers/process.ts'
import { parse } from '../document.ts'
import type { Scale } from '../scale.ts'
import { expectThat, newTally, type Tally } from '../tally.ts'

type Audit = {
  metadata?: { vulnerabilities?: Record<string, number>; dependencies?: { prod?: number } }
  vulnerabilities?: Record<string, { severity: string }>
}

/** What the registry knows against the packages that a release brings. Where it does not answer, nothing was judged. */
export async function auditPackages(_scale: Scale): Promise<Tally> {
  const tally = newTally('npm audit')
  const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
    cwd: ROOT,
    encoding: 'utf8',
    timeout: 60_000,
  })
  // What npm prints, or whatever else came.
  const { metadata, vulnerabilities } = (parse(stdout ?? '') ?? {}) as Audit
  if (!metadata?.vulnerabilities || !vulnerabilities) {
    tally.notJudged = 'the registry does not answer audits'
    return tally
  }
  expectThat(
    tally,
    Object.keys(vulnerabilities).length === 0,
    Object.entries(vulnerabilities)
      .map(([name, { severity }]) => `${name} (${severity})`)
      .join(', '),
    'passed',
  )
  return tally
}
