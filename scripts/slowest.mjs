import { relative } from 'node:path'

/** The slowest test files of both reports, slowest first: `{ file, seconds }`, by the clock on the wall. */
export function slowestFiles({ unit, browser }, root, count) {
  const files = [
    ...(unit?.testResults ?? []).map(({ name, startTime, endTime }) => ({
      file: relative(root, name),
      seconds: (endTime - startTime) / 1_000,
    })),
    ...(browser?.suites ?? []).map((suite) => ({
      file: `tests/e2e/${suite.file}`,
      seconds: durationOf(suite) / 1_000,
    })),
  ]
  return files.toSorted((a, b) => b.seconds - a.seconds).slice(0, count)
}

function durationOf({ specs = [], suites = [] }) {
  const own = specs.flatMap(({ tests }) => tests.flatMap(({ results }) => results.map(({ duration }) => duration)))
  return [...own, ...suites.map(durationOf)].reduce((sum, duration) => sum + duration, 0)
}
