import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, test } from './test.ts'

const ROOT = join(import.meta.dirname, '../..')
const PLAYWRIGHT = 'node_modules/@playwright/test'

/** The examples as the documents print them: nothing here repeats them. */
const EXAMPLES = ['README.md', 'tests/kit/README.md'].flatMap((place) =>
  [...readFileSync(join(ROOT, place), 'utf8').matchAll(/```ts\n\/\/ ([\w-]+\.spec\.ts)\n(.*?)```/gs)].map(
    ([, file = '', story = '']) => ({ place, file, story }),
  ),
)
const TITLES = [
  'sign up, sign out, sign in by autofill',
  'sign up, lose the device, recover',
  'the mailbox is stolen, keep the account',
  'the session is stolen, throw the thief out',
]

test('the tests in the documents pass in another repository with only the kit and Playwright', async ({
  server,
  launchOptions,
}) => {
  test.slow()
  const repository = mkdtempSync(join(tmpdir(), 'latchkey-another-repository-'))
  try {
    cpSync(join(ROOT, 'tests/kit'), join(repository, 'kit'), { recursive: true })
    mkdirSync(join(repository, 'node_modules/@playwright'), { recursive: true })
    symlinkSync(join(ROOT, PLAYWRIGHT), join(repository, PLAYWRIGHT), 'dir')
    for (const { file, story } of EXAMPLES) writeFileSync(join(repository, file), story)
    // One worker: the clock of a server belongs to all of its tests.
    writeFileSync(
      join(repository, 'playwright.config.ts'),
      `export default ${JSON.stringify({ reporter: 'json', timeout: 120_000, workers: 1, use: { baseURL: server.origin, launchOptions } })}`,
    )

    const { status, report } = await runPlaywright(repository)
    const specs = report.suites.flatMap(({ specs }) => specs)
    const errors = specs.flatMap(({ tests }) => tests.flatMap(({ results }) => results.flatMap(({ errors }) => errors)))
    expect([report.errors, errors]).toEqual([[], []])
    const { expected, unexpected, skipped } = report.stats
    expect([status, expected, unexpected, skipped]).toEqual([0, EXAMPLES.length, 0, 0])
    expect(specs.map(({ title }) => title).toSorted()).toEqual(TITLES.toSorted())
  } finally {
    rmSync(repository, { recursive: true, force: true })
  }
})

test('the tests in the documents are shorter than 40 lines', () => {
  const lengths = EXAMPLES.map(({ story }) => story.trim().split('\n').length)
  expect(lengths).toHaveLength(TITLES.length)
  for (const length of lengths) {
    expect(length).toBeGreaterThan(5)
    expect(length).toBeLessThan(40)
  }
})

type Spec = { title: string; tests: { results: { errors: unknown[] }[] }[] }
type Report = {
  errors: unknown[]
  stats: { expected: number; unexpected: number; skipped: number }
  suites: { specs: Spec[] }[]
}

/** Runs Playwright there as its own process, independent of the run around it. */
async function runPlaywright(cwd: string): Promise<{ status: number; report: Report }> {
  const { NODE_ENV, PATH, HOME, PLAYWRIGHT_BROWSERS_PATH } = process.env
  const env = { NODE_ENV, PATH, HOME, PLAYWRIGHT_BROWSERS_PATH }
  const child = spawn(process.execPath, [join(cwd, PLAYWRIGHT, 'cli.js'), 'test'], {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? 1)))
  const [said, complained, status] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  expect(said, complained).toMatch(/^\{/)
  // Playwright's own report, as its JSON reporter writes it.
  return { status, report: JSON.parse(said) as Report }
}
