import type { Command } from '#cli/command.ts'
import { tableOf } from '#cli/table.ts'

const WIDTH = 100

/** The options that every command has. */
export const COMMON = {
  json: { type: 'boolean', about: 'Print JSON for programs instead of text.' },
  help: { type: 'boolean', about: 'Print the help of the command.' },
} as const

/** The exit codes, as the help and the document list them. */
export const EXIT_CODES: [code: string, meaning: string][] = [
  ['0', 'done'],
  ['1', 'refused or failed'],
  ['2', 'called in a wrong way'],
]

/** Returns the lines of `latchkey help`: all commands, or those of a group like `mail`. */
export function overviewOf(commands: Command[]): string[] {
  return [
    'Usage: latchkey COMMAND … [--json]',
    '',
    ...tableOf(commands.map(({ name, summary }) => [`  ${name}`, summary])),
    '',
    '`latchkey help COMMAND` prints the options of a command, and examples.',
    'Run it with the environment of the server. The server may run at the same time, unless a command says otherwise.',
    `Exit codes: ${EXIT_CODES.map(([code, meaning]) => `${code} ${meaning}`).join(', ')}.`,
  ]
}

/** Returns the lines of `latchkey help COMMAND`. */
export function helpOf({ name, summary, usage, about, options, examples }: Command): string[] {
  const rows = Object.entries({ ...options, ...COMMON }).map(([option, it]) => [`  ${spelling(option, it)}`, it.about])
  return [
    `${summary}.`,
    '',
    ...usageOf({ name, usage }),
    ...about.flatMap((paragraph) => ['', ...wrapped(paragraph)]),
    '',
    'Options:',
    ...tableOf(rows),
    '',
    'Examples:',
    ...examples.flatMap(({ line, does }) => [`  ${line}`, `      ${does}`]),
  ]
}

/** Returns the forms of a command, one line for each. */
export function usageOf({ name, usage }: Pick<Command, 'name' | 'usage'>): string[] {
  return usage.map((form, at) => `${at === 0 ? 'Usage:' : '      '} latchkey ${name} ${form}`.trimEnd())
}

/** Returns an option as it is typed, with the form of its value. */
export function spelling(option: string, it: { type: 'boolean' } | { type: 'string'; value: string }): string {
  return it.type === 'string' ? `--${option} ${it.value}` : `--${option}`
}

function wrapped(text: string): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const line = lines.at(-1)
    if (line !== undefined && line.length + word.length < WIDTH) lines[lines.length - 1] = `${line} ${word}`
    else lines.push(word)
  }
  return lines
}
