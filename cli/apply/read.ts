import { readFileSync } from 'node:fs'
import { LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { type Fault, type Wanted, WantedValue } from '#server/admin/apply/wanted.ts'
import { Refusal } from '#cli/command.ts'

const MOST_BYTES = 5_000_000
/** How many faults are told at once. */
const MOST_TOLD = 50

/** What a file wants, and how its faults are told with their places. */
export type ReadFile = { wanted: Wanted; refusalFor: (faults: Fault[]) => Refusal }

/** Reads a file of groups, roles and policies, in YAML or JSON. Refuses it with all faults of its form. */
export function readAccessFile(file: string): ReadFile {
  const text = readFileSync(file, 'utf8')
  if (text.length > MOST_BYTES) throw new Refusal(`${file} has more than ${MOST_BYTES / 1_000_000} MB.`)
  const lines = new LineCounter()
  // JSON is YAML, too.
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const lineOf = (offset: number) => lines.linePos(offset).line
  const broken = [...document.errors, ...document.warnings].map(
    ({ message, pos }) => `line ${lineOf(pos[0])}: ${message}`,
  )
  if (broken.length > 0) throw refusalOf(file, broken)

  const refusalFor = (faults: Fault[]) =>
    refusalOf(
      file,
      faults.map(({ path, sentence }) => `line ${lineOf(offsetOf(document, path))}: ${spelled(path)} ${sentence}`),
    )
  const read = WantedValue.safeParse(valueOf(document, file), { error: sentenceFor })
  if (!read.success) throw refusalFor(read.error.issues.map(({ path, message }) => ({ path, sentence: message })))
  return { wanted: read.data, refusalFor }
}

type Document = ReturnType<typeof parseDocument>

/** An alias may name nothing, or stand for far too much. */
function valueOf(document: Document, file: string): unknown {
  try {
    return document.toJS()
  } catch (error) {
    throw refusalOf(file, [error instanceof Error ? error.message : String(error)])
  }
}

/** Returns where a place begins in the text, or the nearest place around it that is there. */
function offsetOf(document: Document, path: PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const node: unknown = document.getIn(path.slice(0, length), true)
    // Every node that was parsed has a range.
    const [start] = (node as { range?: [number] } | undefined)?.range ?? []
    if (start !== undefined) return start
  }
  return 0
}

/** Spells a place like `roles[0].includes`. */
function spelled(path: PropertyKey[]): string {
  const text = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('')
  return text === '' ? 'the file' : text.replace(/^\./, '')
}

function refusalOf(file: string, faults: string[]): Refusal {
  const [one, ...others] = faults
  if (others.length === 0) return new Refusal(`${file} has a fault: ${one}. Nothing was changed.`)
  const told = faults.slice(0, MOST_TOLD).map((fault) => `  - ${fault}`)
  const more = faults.length > MOST_TOLD ? [`  - and ${faults.length - MOST_TOLD} more`] : []
  return new Refusal([`${file} has ${faults.length} faults, and nothing was changed:`, ...told, ...more].join('\n'))
}

const KINDS: Record<string, string> = {
  string: 'a text',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map of names and values',
}

/** Returns the sentence of a fault that has none of its own. */
function sentenceFor(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'unrecognized_keys')
    return `must not have ${issue.keys.map((key) => JSON.stringify(key)).join(' or ')}`
  if (issue.code === 'invalid_value') return `must be ${issue.values.map(String).join(' or ')}`
  if (issue.code !== 'invalid_type') return undefined
  return issue.input === undefined ? 'is missing' : `must be ${KINDS[issue.expected] ?? issue.expected}`
}
