import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'

const FILE = join(import.meta.dirname, '../results.md')
const HEAD = `# How fast it is

Written by the commands of \`bench/\`; each section by a run of its own. Only ratios within one section mean anything: its servers took
turns on one core of one machine within one run.
`

/** Replaces one section of `bench/results.md`. Its title is a heading of the second level. */
export function writeSection(title: string, body: string): void {
  const [, ...sections] = existsSync(FILE) ? readFileSync(FILE, 'utf8').split(/^(?=## )/m) : []
  const text = `## ${title}\n\n${body.trim()}\n`
  const at = sections.findIndex((section) => section.startsWith(`## ${title}\n`))
  const all = at < 0 ? [...sections, text] : sections.with(at, text)
  writeFileSync(FILE, [HEAD, ...all].map((section) => section.trim()).join('\n\n') + '\n')
}

/** Returns a table in Markdown. */
export function table(head: string[], rows: string[][]): string {
  return [head, head.map((_, column) => (column === 0 ? '---' : '---:')), ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n')
}

/** Returns the processor, the system and the Node version of this machine, and nothing else about it. */
export function machine(): string {
  const [first] = cpus()
  const system = existsSync('/etc/os-release')
    ? /^PRETTY_NAME="?([^"\n]+)/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1]
    : undefined
  return `${first?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, ${system ?? process.platform}, Node ${process.versions.node}`
}

/** Formats a number with its significant digits only. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return '–'
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(value >= 10 ? 3 : 2)
}

export function megabytes(bytes: number): string {
  return String(Math.round(bytes / 1_048_576))
}

export function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
