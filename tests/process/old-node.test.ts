import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT, run } from '#tests/process/server.ts'

describe('an old Node', () => {
  const scripts = [
    ...readdirSync(join(ROOT, 'scripts')).flatMap((name) =>
      /^(start|dev|test|e2e|requirements)\.mjs$/.test(name) ? [`scripts/${name}`] : [],
    ),
    'cli/latchkey.mjs',
  ]
  /** A Node that reports another version. It must not run any of our code. */
  const pretend = (version: string) =>
    `data:text/javascript,Object.defineProperty(process,"versions",{value:{...process.versions,node:"${version}"}})`

  test.each(['18.20.8', '20.20.2', '22.17.1'])(
    'gets an explanation from every script before anything else: %s',
    async (version) => {
      for (const script of scripts) {
        const { ended, said } = run(script, {}, ['--import', pretend(version)])
        expect([script, await ended, said()]).toEqual([
          script,
          1,
          `Latchkey needs Node 22.18 or newer, and this is ${version}. "npm ci" brings the right one; start Latchkey with "npm start".\n`,
        ])
      }
    },
  )

  test.each(['22.18.0', '24.0.0', '26.1.0'])('does not include %s', async (version) => {
    const { ended, said } = run('scripts/require-node.mjs', {}, ['--import', pretend(version)])
    expect([await ended, said()]).toEqual([0, ''])
  })

  test('installed on this machine, if any, gets the same sentence and no stack trace', () => {
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
