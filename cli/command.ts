/** A command of the operator. The help and docs/cli.md are made from it. */
export type Command = {
  /** One or two words, like `mail test`. */
  name: string
  /** One sentence without its full stop. */
  summary: string
  /** What follows the name, one line for each form. */
  usage: string[]
  /** Paragraphs for who asks for help. */
  about: string[]
  options: Record<string, Option>
  /** How many words may follow the name. */
  words: { least: number; most: number }
  examples: Example[]
  run: (call: Call) => Promise<Outcome>
}

/** A switch, or an option with a value, whose form `value` names. */
type Option = { about: string } & ({ type: 'boolean' } | { type: 'string'; value: string })
type Example = { line: string; does: string }

/**
 * How a command was called. `say` tells people what goes on meanwhile. `print` prints a line of the result before the end, for
 * people only.
 */
export type Call = {
  words: string[]
  options: Record<string, string | boolean | undefined>
  environment: Record<string, string | undefined>
  say: (line: string) => void
  print: (line: string) => void
}

/** What a command prints: lines for people, or data for programs. A command that has failed with a result ends with 1. */
export type Outcome = { lines: string[]; data: Record<string, unknown>; failed?: boolean }

/** The command was refused or has failed, in a sentence for the operator. It never has a secret in it. */
export class Refusal extends Error {
  constructor(sentence: string) {
    super(sentence)
    this.name = 'Refusal'
  }
}

/** The command was called in a wrong way. */
export class UsageError extends Error {
  constructor(sentence: string) {
    super(sentence)
    this.name = 'UsageError'
  }
}
