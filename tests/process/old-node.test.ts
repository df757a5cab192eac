import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT, run } from '#tests/process/server.ts'

describe('an old Node', () => {
  const scripts = readdirSync(join(ROOT, 'scripts')).filter((name) =>
    /^(start|dev|test|e2e|verify-activity|end-sessions|requirements)\.mjs$/.test(name),
  )
  /** A Node that says it is another version: what it must not do is run anything of ours. */
  const pretend = (version: string) =>
    `data:text/javascript,Object.defineProperty(process,"versions",{value:{...process.versions,node:"${version}"}})`

  test.each(['18.20.8', '20.20.2', '22.17.1'])(
    'is told so by every script before anything else: %s',
    async (version) => {
      for (const script of scripts) {
        const { ended, said } = run(`scripts/${script}`, {}, ['--import', pretend(version)])
        expect([script, await ended, said()]).toEqual([
          script,
          1,
          `Latchkey needs Node 22.18 or newer, and this is ${version}. "npm ci" brings the right one; start Latchkey with "npm start".\n`,
        ])
      }
    },
  )

  test.each(['22.18.0', '24.0.0', '26.1.0'])('is not what we call %s', async (version) => {
    const { ended, said } = run('scripts/require-node.mjs', {}, ['--import', pretend(version)])
    expect([await ended, said()]).toEqual([0, ''])
  })

  test('of this machine’s own, where there is one, gets the same sentence and no stack', () => {
    for (const node of ['/usr/bin/node', '/usr/local/bin/node'].filter((path) => existsSync(path))) {
      const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim()
      if (Number(version.slice(1).split('.')[0]) >= 22) continue
      const { status, stderr } = spawnSync(node, [join(ROOT, 'scripts/start.mjs')], { encoding: 'utf8' })
      expect([status, stderr]).toEqual([
        1,
        expect.stringMatching(
          new RegExp(`^Latchkey needs Node 22\\.18 or newer, and this is ${version.slice(1)}\\..*\\n$`),
        ),
      ])
    }
  })
})
