import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'

type Failure = { file: string; test: string; found: string }

const SCRIPT = pathToFileURL(join(import.meta.dirname, '../scripts/failures.mjs')).href
const { failures } = (await import(SCRIPT)) as { failures: (reports: object, root: string) => Failure[] }

const failed = (name: string, found: string) => ({ status: 'failed', fullName: name, failureMessages: [found] })
const suite = (file: string, ...specs: object[]) => ({ file, suites: [{ specs, suites: [] }] })

test('the end of a test run names each failed test and what it found', () => {
  const unit = {
    testResults: [
      {
        name: '/house/tests/one.test.ts',
        assertionResults: [
          { status: 'passed', fullName: 'holds', failureMessages: [] },
          failed('breaks', '\nexpected 1 to be 2\n    at somewhere'),
        ],
      },
      { name: '/house/tests/two.test.ts', assertionResults: [], message: 'SyntaxError: no' },
    ],
  }
  const browser = {
    suites: [
      suite(
        'door.spec.ts',
        { title: 'opens', ok: true, tests: [{ results: [{}] }] },
        { title: 'closes', ok: false, tests: [{ results: [{ error: { message: 'no such button' } }] }] },
      ),
    ],
  }
  expect(failures({ unit, browser }, '/house')).toEqual([
    { file: 'tests/one.test.ts', test: 'breaks', found: 'expected 1 to be 2' },
    { file: 'tests/two.test.ts', test: 'the whole file', found: 'SyntaxError: no' },
    { file: 'tests/e2e/door.spec.ts', test: 'closes', found: 'no such button' },
  ])
})

test('a run without reports names nothing', () => {
  expect(failures({ unit: undefined, browser: undefined }, '/house')).toEqual([])
})
