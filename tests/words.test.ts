import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { parseSync } from 'vite'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
/** Pages for developers and testers, not for people who sign in. */
const WORKSHOP = /^app\/components\//

type Node = { type: string; [key: string]: unknown }

test('no page contains a sentence that is not in the catalogue', () => {
  const strays = filesBelow(join(ROOT, 'app'))
    .filter((path) => !WORKSHOP.test(relative(ROOT, path)))
    .flatMap(sentencesIn)
  expect(strays).toEqual([])
})

test('every page passes its client components the parts of the catalogue that they use', () => {
  const pages = filesBelow(join(ROOT, 'app')).filter((path) =>
    /\/(page|layout|error|loading|not-found)\.tsx$/.test(path),
  )
  const silent = pages.flatMap((page) => {
    const inside = reachable(page)
    const handed = new Set([page, ...layoutsAbove(page)].flatMap((file) => [...reachable(file)]).flatMap(handedOver))
    return [...inside]
      .flatMap(spoken)
      .filter((part) => !handed.has(part))
      .map((part) => `${relative(ROOT, page)} is not handed ${part}`)
  })
  expect([...new Set(silent)]).toEqual([])
})

const NO_SENTENCE = /^(UTC|Tab|Escape|DELETE|UNDO|CANCEL|Problem|PasskeyFault|[A-Z]\w+Error|Hint)$/

/** Words between tags, in attributes that are read out, and in texts that look like a sentence or a name of something. */
function sentencesIn(path: string): string[] {
  const found: string[] = []
  const visit = (value: unknown, parent?: Node): void => {
    if (Array.isArray(value)) for (const each of value) visit(each, parent)
    if (!isNode(value)) return
    if (value.type.startsWith('TS') || value.type === 'ImportDeclaration') return
    if (value.type === 'JSXAttribute' && /^(className|strokeWidth|viewBox|d|fill|stroke)$/.test(nameOf(value))) return
    const text = textOf(value)
    if (text !== undefined && (value.type === 'JSXText' ? /\p{L}{2}/u.test(text) : isSaid(text, parent)))
      found.push(`${relative(ROOT, path)}: ${text.trim()}`)
    for (const [key, below] of Object.entries(value)) if (key !== 'parent') visit(below, value)
  }
  visit(parse(path))
  return found
}

const READ_OUT = /^(aria-label|alt|title|label|hint|placeholder|name)$/

function isSaid(text: string, parent: Node | undefined): boolean {
  if (NO_SENTENCE.test(text)) return false
  if (parent?.type === 'JSXAttribute' && READ_OUT.test(nameOf(parent)))
    return nameOf(parent) === 'name' ? /\s/.test(text) : /\p{L}{2}/u.test(text)
  return /^\p{Lu}[\p{L}’']+(\s|$)(?!.*[[\]=])/u.test(text) || /\p{L}{2,} \p{L}{2,}.*[.!?…]$/u.test(text)
}

function textOf(node: Node): string | undefined {
  if (node.type === 'JSXText' || (node.type === 'Literal' && typeof node.value === 'string')) return String(node.value)
  if (node.type === 'TemplateElement') return String((node.value as { cooked?: string }).cooked)
  return undefined
}

function nameOf(attribute: Node): string {
  return String((attribute.name as { name?: unknown }).name)
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'
}

function parse(path: string): unknown {
  return parseSync(path, readFileSync(path, 'utf8'), { lang: 'tsx' }).program
}

/** The parts of the catalogue that a client component uses. */
function spoken(path: string): string[] {
  return [...readFileSync(path, 'utf8').matchAll(/\buseWords\('(\w+)'\)/g)].map(([, part = '']) => part)
}

function handedOver(path: string): string[] {
  return [...readFileSync(path, 'utf8').matchAll(/<(?:All)?Words of=\{\[([^\]]*)\]\}/g)].flatMap(([, parts = '']) =>
    [...parts.matchAll(/\w+/g)].map(([part]) => part),
  )
}

function layoutsAbove(page: string): string[] {
  const found: string[] = []
  for (let folder = dirname(page); folder.length >= join(ROOT, 'app').length; folder = dirname(folder)) {
    found.push(
      ...readdirSync(folder)
        .filter((name) => name === 'layout.tsx')
        .map((name) => join(folder, name)),
    )
  }
  return found
}

const graph = new Map<string, Set<string>>()

/** A file and every file of the pages that it imports, directly or not. */
function reachable(path: string): Set<string> {
  const kept = graph.get(path)
  if (kept) return kept
  const found = new Set<string>([path])
  graph.set(path, found)
  for (const [, target = ''] of readFileSync(path, 'utf8').matchAll(/from '#(app\/[^']+)'/g))
    for (const below of reachable(join(ROOT, target))) found.add(below)
  return found
}

function filesBelow(path: string): string[] {
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    const below = join(path, entry.name)
    return entry.isDirectory() ? filesBelow(below) : /\.tsx?$/.test(entry.name) ? [below] : []
  })
}
