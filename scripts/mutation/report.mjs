import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { NOUNS } from './nouns.mjs'
import { REASONS } from './reasons.mjs'

const ROOT = join(import.meta.dirname, '../..')
const PAGE = join(ROOT, 'docs/mutation.md')

/**
 * Prints the table of Stryker's reports, and writes docs/mutation.md if every folder has a report. Returns true if
 * every surviving mutant has a reason and every reason has a mutant.
 */
export function writeReport() {
  const nouns = Object.keys(NOUNS).filter((noun) => existsSync(reportOf(noun)))
  const runs = nouns.map((noun) => ({ noun, mutants: mutantsOf(noun) }))
  const table = tableOf(runs)
  console.log(`\n${table}\n`)

  const living = runs.flatMap(({ mutants }) => mutants.filter(lives))
  const classes = REASONS.map((reason) => ({ ...reason, mutants: living.filter((mutant) => fits(reason, mutant)) }))
  const unexplained = living.filter((mutant) => !REASONS.some((reason) => fits(reason, mutant)))
  for (const mutant of unexplained) console.log(`Survives without a reason: ${lineOf(mutant)}`)
  const idle = classes.flatMap(({ mutants, lives, title }) =>
    lives
      .filter((one) => nouns.includes(nounOf(one.file)) && !mutants.some((mutant) => is(one, mutant)))
      .map((one) => `${title}: ${JSON.stringify(one)}`),
  )
  for (const one of idle) console.log(`A reason without a mutant: ${one}`)

  if (nouns.length === Object.keys(NOUNS).length) writeFileSync(PAGE, pageOf(table, classes))
  return unexplained.length === 0 && idle.length === 0
}

function pageOf(table, classes) {
  const sections = classes
    .filter(({ mutants }) => mutants.length > 0)
    .map(
      ({ title, why, mutants }) =>
        `### ${title} (${mutants.length})\n\n${why}\n\n${mutants.map((mutant) => `- ${lineOf(mutant)}`).join('\n')}`,
    )
  return `# Mutation run

The result of \`npm run mutate\`: Stryker ${versionOf('@stryker-mutator/core')} changes the code in one place at a time, and the tests of the same folder, run by
Vitest ${versionOf('vitest')}, must notice. The numbers and lists on this page come from its reports; the reasons are written by hand. If neither the code nor the
tests of a mutant have changed, its result comes from the last run; without \`reports/mutation\` every mutant runs. No mutant is
ignored: there is no exclusion in the configuration and no comment in the code.

${table}

Stryker counts a mutant that timed out as killed. The limits (ten times a quiet run and two minutes) are so long that load does not cause timeouts.

## Surviving mutants, and why

${sections.join('\n\n')}
`
}

function tableOf(runs) {
  const all = { noun: 'together', mutants: runs.flatMap(({ mutants }) => mutants) }
  const rows = [...runs.map(({ noun, mutants }) => ({ noun: `\`server/${noun}\``, mutants })), all].map(
    ({ noun, mutants }) => {
      const count = (...statuses) => mutants.filter(({ status }) => statuses.includes(status)).length
      const [killed, timedOut, survived, uncovered, broken] = [
        count('Killed'),
        count('Timeout'),
        count('Survived'),
        count('NoCoverage'),
        count('CompileError', 'RuntimeError', 'Ignored', 'Pending'),
      ]
      const score = ((killed + timedOut) / (killed + timedOut + survived + uncovered)) * 100
      return `| ${[noun, mutants.length, killed, timedOut, survived, uncovered, broken, `${score.toFixed(1)} %`].join(' | ')} |`
    },
  )
  return [
    '| folder | mutants | killed | timed out | survived | not reached | not judged | score |',
    '|---|---|---|---|---|---|---|---|',
    ...rows,
  ].join('\n')
}

function mutantsOf(noun) {
  const { files } = JSON.parse(readFileSync(reportOf(noun), 'utf8'))
  return Object.entries(files).flatMap(([file, { source, mutants }]) =>
    mutants.map((mutant) => ({ ...mutant, file, original: cut(source, mutant.location) })),
  )
}

/** Returns the text between two places. Lines and columns count from 1. */
function cut(source, { start, end }) {
  const lines = source.split('\n').slice(start.line - 1, end.line)
  lines.push(lines.pop().slice(0, end.column - 1))
  lines[0] = lines[0].slice(start.column - 1)
  return lines.join('\n')
}

function lives({ status }) {
  return status === 'Survived' || status === 'NoCoverage'
}

function fits({ lives }, mutant) {
  return lives.some((one) => is(one, mutant))
}

/** Returns whether a reason identifies this mutant, by its file, the original text and the replacement. */
function is({ file, from, to }, mutant) {
  return (
    `server/${file}` === mutant.file &&
    from === oneLine(mutant.original) &&
    (to === undefined || to === oneLine(mutant.replacement))
  )
}

function lineOf(mutant) {
  return `\`${mutant.file}\` ${mutant.location.start.line}: ${code(mutant.original)} → ${code(mutant.replacement)}`
}

function code(text) {
  return `\`\` ${oneLine(text)} \`\``
}

function oneLine(text) {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 120 ? `${line.slice(0, 70)} … ${line.slice(-40)}` : line
}

function nounOf(file) {
  return file.split('/')[0]
}

function reportOf(noun) {
  return join(ROOT, `reports/mutation/${noun}.json`)
}

function versionOf(name) {
  return JSON.parse(readFileSync(join(ROOT, `node_modules/${name}/package.json`), 'utf8')).version
}
