import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { DOCUMENT } from '#tests/helpers/document.ts'
import { makeFolder, ROOT, startServer } from '#tests/process/server.ts'

const PAGE = readFileSync(join(ROOT, 'docs/flows.md'), 'utf8')
const COMMANDS = [...PAGE.matchAll(/^```sh\n([^]*?)^```$/gm)].map(([, block]) => block).join('\n')

/** Every step of the page is a process or more, one after the other (milliseconds). */
const A_WHILE = 240_000

/** The documented statuses, line by line: `# 202` or, for a line with two requests, `# 202 200`. */
const PROMISED = [...COMMANDS.matchAll(/ # (\d{3}(?: \d{3})*)\b/g)].flatMap(([, statuses = '']) => statuses.split(' '))

test(
  'every command of docs/flows.md gets its documented answer',
  async () => {
    const server = await startServer()
    const { end, said, asked } = await runPage(COMMANDS.replaceAll('http://localhost:3000', server.origin), {
      ORIGIN: server.origin,
      DATA_DIR: server.dataDir,
    })
    expect(
      asked.map(({ status }) => status),
      said,
    ).toEqual(PROMISED)
    expect([end, said.match(/Intact: \d+ events/)?.length], said).toEqual([0, 1])

    const taken = asked.map(({ method, path }) => `${method} ${path.split('?', 1)[0]}`)
    const routes = Object.entries(DOCUMENT.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    )
    expect(routes.filter((route) => !taken.some((path) => isOf(route, path)) && !route.includes('/testing/'))).toEqual(
      [],
    )
  },
  A_WHILE,
)

type Asked = { status: string; method: string; path: string }

/** Runs the page's commands as one script, with the settings of the server. Its `api` function prints requests and answers on standard error. */
async function runPage(
  script: string,
  settings: Record<string, string>,
): Promise<{ end: number | null; said: string; asked: Asked[] }> {
  const folder = makeFolder()
  const path = `${hasCurl() ? '' : `${standIn(folder)}:`}${process.env.PATH}`
  const child = spawn('bash', ['-euo', 'pipefail', '-c', script], {
    cwd: ROOT,
    env: { ...process.env, ...settings, PATH: path, TMPDIR: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()))
  const end = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve))
  const asked = [...output.stderr.matchAll(/^(\d{3}) ([A-Z]+) (\/\S*)$/gm)].map(
    ([, status = '', method = '', path = '']) => ({ status, method, path }),
  )
  return { end, said: output.stdout + output.stderr, asked }
}

function hasCurl(): boolean {
  return spawnSync('curl', ['--version']).status === 0
}

/** A `curl` with the options that the page uses, for a machine without one. */
function standIn(folder: string): string {
  const command = join(folder, 'curl')
  writeFileSync(command, `#!/bin/sh\nexec '${process.execPath}' '${join(ROOT, 'tests/process/curl.mjs')}' "$@"\n`)
  chmodSync(command, 0o755)
  return folder
}

/** Tells whether a request was to a route, whose parameters are any part of a path. */
function isOf(route: string, request: string): boolean {
  return new RegExp(`^${route.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(request)
}
