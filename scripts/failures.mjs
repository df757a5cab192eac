import { relative } from 'node:path'

/** The failed tests of both reports, with the first line of what each one found: `{ file, test, found }`. */
export function failures({ unit, browser }, root) {
  const units = (unit?.testResults ?? []).flatMap(({ name, assertionResults, message }) => {
    const failed = assertionResults.filter(({ status }) => status === 'failed')
    const file = relative(root, name)
    // A file that could not be loaded has no test that failed.
    if (failed.length === 0 && message) return [{ file, test: 'the whole file', found: firstLine(message) }]
    return failed.map(({ fullName, failureMessages }) => ({
      file,
      test: fullName,
      found: firstLine(failureMessages[0]),
    }))
  })
  return [...units, ...(browser?.suites ?? []).flatMap((suite) => failedIn(suite, suite.file))]
}

function failedIn({ specs = [], suites = [] }, file) {
  const own = specs
    .filter(({ ok }) => !ok)
    .map(({ title, tests }) => ({
      file: `tests/e2e/${file}`,
      test: title,
      found: firstLine(tests.flatMap(({ results }) => results).find(({ error }) => error)?.error.message),
    }))
  return [...own, ...suites.flatMap((suite) => failedIn(suite, file))]
}

function firstLine(message = '') {
  return message.split('\n').find((line) => line.trim() !== '') ?? 'no message'
}
