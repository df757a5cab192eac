import { spawnSync } from 'node:child_process'
import { ROOT } from '#tests/helpers/process.ts'
import { parse } from '../document.ts'
import type { Scale } from '../scale.ts'
import { expectThat, newTally, type Tally } from '../tally.ts'

type Audit = {
  metadata?: { vulnerabilities?: Record<string, number>; dependencies?: { prod?: number } }
  vulnerabilities?: Record<string, { severity: string }>
}

/** The registry's advisories for the packages of a release. If it does not answer, the group is not judged. */
export async function auditPackages(_scale: Scale): Promise<Tally> {
  const tally = newTally('npm audit')
  const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
    cwd: ROOT,
    encoding: 'utf8',
    timeout: 60_000,
  })
  // The output of npm, or any other text.
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
