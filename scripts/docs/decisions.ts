import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const FOLDER = join(import.meta.dirname, '../../docs/decisions')
const PAGE =
  /^# (\d{4})\. (.+)\n\n- Status: (.+)\n- Date: (\d{4}-\d{2}-\d{2})\n\n## Context\n\n[^]+\n## Decision\n\n[^]+\n## Consequences\n\n[^]+$/
const STATUS = /^(?:accepted|superseded by \[(\d{4})\]\((\d{4}-[a-z0-9-]+\.md)\))$/

/** A page of docs/decisions. A page that does not have the form has a file name only. */
export type Decision = { file: string; number?: string; title?: string; status?: string; date?: string }

/** The pages of docs/decisions, in the order of their numbers. */
export function readDecisions(): Decision[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.md') && file !== 'README.md')
    .toSorted()
    .map((file) => decisionIn(file, readFileSync(join(FOLDER, file), 'utf8')))
}

/** Reads the head of a page: `# 0001. Title`, its status, its date, then Context, Decision and Consequences. */
export function decisionIn(file: string, text: string): Decision {
  const [, number, title, status, date] = PAGE.exec(text) ?? []
  return { file, number, title, status, date }
}

/** What is wrong with the pages: a form, a number with a gap before it, a status, a successor that does not exist. */
export function faultsIn(decisions: Decision[]): string[] {
  return decisions.flatMap((decision, index) => {
    const { file, number, status, date } = decision
    if (number === undefined || status === undefined || date === undefined)
      return [`${file} does not have the form of a decision`]
    const expected = String(index + 1).padStart(4, '0')
    return [
      ...(number === expected && file.startsWith(`${expected}-`) ? [] : [`${file} should be number ${expected}`]),
      ...(date >= (decisions[index - 1]?.date ?? date) ? [] : [`${file} is older than the decision before it`]),
      ...statusFaults(decision, decisions),
    ]
  })
}

function statusFaults({ file, number = '', status = '' }: Decision, decisions: Decision[]): string[] {
  const [valid, successor, target] = STATUS.exec(status) ?? []
  if (valid === undefined) return [`${file} has no valid status: “${status}”`]
  if (successor === undefined) return []
  const known = decisions.some((other) => other.number === successor && other.file === target)
  return known && successor > number ? [] : [`${file} names a successor that does not exist: ${successor}`]
}

/** docs/decisions/README.md */
export function indexPage(decisions: Decision[]): string {
  const rows = decisions.map(
    ({ file, number, title, date, status }) => `| ${number} | [${title}](${file}) | ${date} | ${status} |`,
  )
  return `# Decisions

<!-- Written by \`npm run docs\` from the pages of this folder. Do not edit. -->

Each page is one decision: its context, the decision and its consequences. A decision that no longer holds keeps its page;
its status names the page that supersedes it. To add one, copy the form of an existing page, take the next number, and run
\`npm run docs\`.

| number | decision | date | status |
|---|---|---|---|
${rows.join('\n')}
`
}
