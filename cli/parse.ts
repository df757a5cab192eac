import { parseArgs } from 'node:util'
import { type Call, type Command, UsageError } from '#cli/command.ts'
import { COMMON } from '#cli/help.ts'

type Asked =
  | { what: 'overview'; commands: Command[] }
  | { what: 'help'; command: Command }
  | { what: 'run'; command: Command; json: boolean; words: Call['words']; options: Call['options'] }

/**
 * Reads what a command line asks for. Refuses an unknown command, an unknown option, and a wrong number of words with a
 * `UsageError`.
 */
export function parse(line: string[], commands: Command[]): Asked {
  const [first, ...rest] = line
  if (first === 'help' || first === '--help' || first === '-h') return helpAsked(rest, commands)
  const command = commandIn(line, commands)
  const words = line.slice(command.name.split(' ').length)
  const { values, positionals } = valuesOf(words, command)
  if (values.help === true) return { what: 'help', command }
  const { least, most } = command.words
  if (positionals.length < least) throw new UsageError(`\`${command.name}\` needs ${command.usage.join(', or ')}.`)
  if (positionals.length > most) throw new UsageError(`“${positionals[most]}” is one word too many.`)
  return { what: 'run', command, json: values.json === true, words: positionals, options: values }
}

function helpAsked(words: string[], commands: Command[]): Asked {
  if (words.length === 0) return { what: 'overview', commands }
  const group = commands.filter(({ name }) => name.startsWith(`${words.join(' ')} `))
  return group.length > 0
    ? { what: 'overview', commands: group }
    : { what: 'help', command: commandIn(words, commands) }
}

/** Returns the command whose name begins a line. */
function commandIn(line: string[], commands: Command[]): Command {
  const found = commands.find(({ name }) => name.split(' ').every((word, at) => word === line[at]))
  if (found) return found
  const [first] = line
  if (first === undefined) throw new UsageError('Name a command.')
  const group = commands.filter(({ name }) => name.startsWith(`${first} `)).map(({ name }) => `\`${name}\``)
  throw new UsageError(group.length > 0 ? `Say ${group.join(' or ')}.` : `There is no command “${first}”.`)
}

/** The faults of parseArgs are sentences about the words of the line, which never hold a secret. */
function valuesOf(words: string[], { options }: Command) {
  try {
    const spelled = Object.fromEntries(
      Object.entries({ ...options, ...COMMON }).map(([name, { type }]) => [name, { type }]),
    )
    return parseArgs({ args: words, options: spelled, allowPositionals: true, strict: true })
  } catch (error) {
    const [sentence = ''] = (error instanceof Error ? error.message : String(error)).split(/\. |\n/)
    throw new UsageError(`${sentence.replace(/\.$/, '')}.`)
  }
}
