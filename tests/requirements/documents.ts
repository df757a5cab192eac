import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ASVS, OTHERS } from '#tests/requirements/all.ts'
import type { Item, Section, Titled } from '#tests/requirements/item.ts'

const ROOT = join(import.meta.dirname, '../..')
const MADE = '<!-- Written by `npm run docs` from the titles of the tests and tests/requirements/. Do not edit. -->'

/** Both documents, by their place in the repository. */
export function documentsOf(titles: Titled[]): Record<string, string> {
  return { 'tests/requirements.md': requirementsPage(titles), 'docs/asvs.md': asvsPage(titles) }
}

function requirementsPage(titles: Titled[]): string {
  const items = OTHERS.flatMap((section) => section.items)
  return page([
    '# Requirements, and the tests that prove them',
    MADE,
    'Each requirement of the standards for an app like this one, in our own words, with the tests whose titles begin with its number, or the reason why there is no test. WebAuthn is Level 3, by the steps of its §7. `V…` are numbers of OWASP ASVS 5.0; its chapters 2, 3, 6, 7, 9, 11, 14 and 16 are in [docs/asvs.md](../docs/asvs.md).',
    `${items.length} items: ${summaryOf(items)}.`,
    ...OTHERS.map((section) => table(section, titles, '..')),
  ])
}

function asvsPage(titles: Titled[]): string {
  const items = ASVS.flatMap((section) => section.items)
  return page([
    '# OWASP ASVS 5.0',
    MADE,
    'Every requirement of chapters 2, 3, 6, 7, 9, 11, 14 and 16, in our own words: met, with the tests that prove it; not applicable, with the reason; or not met, with the plan. Numbers that do not begin with `V` are those of [tests/requirements.md](../tests/requirements.md).',
    ...([1, 2, 3] as const).map(
      (level) => `- Level ${level}: ${summaryOf(items.filter((item) => item.level === level))}.`,
    ),
    `Level 3, met: ${items
      .filter((item) => item.level === 3 && !item.notApplicable && !item.notMet)
      .map(({ id }) => id)
      .join(', ')}.`,
    `Met in another way than the text asks: ${items
      .filter(({ otherwise }) => otherwise)
      .map(({ id, level }) => `${id} (level ${level})`)
      .join(', ')}.`,
    ...ASVS.map((section) => table(section, titles, '..')),
  ])
}

function page(parts: string[]): string {
  return `${parts.join('\n\n').replaceAll('.\n\n- Level', '.\n- Level')}\n`
}

function summaryOf(items: Item[]): string {
  const count = (test: (item: Item) => unknown) => items.filter(test).length
  const [not, none] = [count(({ notMet }) => notMet), count(({ notApplicable }) => notApplicable)]
  return `${items.length - not - none} met, ${none} not applicable, ${not} not met`
}

function table({ title, items }: Section, titles: Titled[], root: string): string {
  const levels = items.some(({ level }) => level)
  const head = levels
    ? ['| | level | what | shown by |', '|---|---|---|---|']
    : ['| | what | shown by |', '|---|---|---|']
  const rows = items.map(
    (item) =>
      `| ${[item.id, ...(levels ? [item.level ?? ''] : []), cell(item.says), proofOf(item, titles, root)].join(' | ')} |`,
  )
  return [`## ${title}`, '', ...head, ...rows].join('\n')
}

function proofOf(
  { id, under = [], written, otherwise, notApplicable, notMet, note }: Item,
  titles: Titled[],
  root: string,
): string {
  const lines: string[] = []
  if (notApplicable) lines.push(`**Not applicable.** ${notApplicable}`)
  if (notMet) lines.push(`**Not met.** ${notMet}`)
  if (otherwise) lines.push(`**Otherwise.** ${otherwise}`)
  if (written) lines.push(`[${written}](${root}/${written})`)
  const own = Map.groupBy(
    titles.filter(({ ids }) => ids.includes(id)),
    ({ file }) => file,
  )
  for (const [file, found] of own)
    lines.push(`${link(file, root)}: ${[...new Set(found.map(({ title }) => cell(title)))].join(' · ')}`)
  if (under.length > 0)
    lines.push(`The tests of ${under.map((other) => `${other} (${filesOf(other, titles, root)})`).join(', ')}`)
  if (note) lines.push(note)
  return lines.join('<br>')
}

function filesOf(id: string, titles: Titled[], root: string): string {
  return [...new Set(titles.filter(({ ids }) => ids.includes(id)).map(({ file }) => link(file, root)))].join(', ')
}

function link(file: string, root: string): string {
  return `[${file.replace(/^tests\/(server\/)?/, '').replace(/\.(test|spec)\.ts$/, '')}](${root}/${file})`
}

/** Text that is escaped for the table. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('*', '\\*')
}

/** Tells whether a document has a heading, as GitHub names it: `docs/security.md#keys`. */
export function hasHeading(place: string): boolean {
  const [file = '', anchor] = place.split('#')
  const path = join(ROOT, file)
  if (!existsSync(path)) return false
  return readFileSync(path, 'utf8')
    .split('\n')
    .some((line) => /^#{1,4} /.test(line) && anchorOf(line) === anchor)
}

function anchorOf(heading: string): string {
  return heading
    .replace(/^#+ /, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .trim()
    .replaceAll(' ', '-')
}
