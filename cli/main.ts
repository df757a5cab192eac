import { type Command, type Outcome, UsageError } from '#cli/command.ts'
import { COMMANDS } from '#cli/commands.ts'
import { helpOf, overviewOf } from '#cli/help.ts'
import { parse } from '#cli/parse.ts'

type Code = 0 | 1 | 2
type Environment = Record<string, string | undefined>

/**
 * Runs a command line, and returns its exit code: 0 done, 1 refused or failed, 2 called in a wrong way. Results are on
 * standard output. Why a command was refused is on standard error, or with `--json` on standard output.
 */
export async function runLatchkey(line: string[], environment: Environment, commands = COMMANDS): Promise<Code> {
  const json = line.includes('--json')
  try {
    const asked = parse(line, commands)
    if (asked.what === 'overview') return printAll(overviewOf(asked.commands))
    if (asked.what === 'help') return printAll(helpOf(asked.command))
    const print = (line: string) => {
      if (!asked.json) console.log(line)
    }
    return end(await asked.command.run({ ...asked, environment, say, print }), asked.json)
  } catch (error) {
    const isUsage = error instanceof UsageError
    // Node puts the sentence of a fault into its message, and every fault of ours is a sentence.
    const sentence = error instanceof Error ? error.message : String(error)
    if (json) console.log(JSON.stringify({ error: sentence }))
    else say(isUsage ? `${sentence} ${adviceFor(line, commands)}` : sentence)
    return isUsage ? 2 : 1
  }
}

function end({ lines, data, failed = false }: Outcome, json: boolean): Code {
  if (json) console.log(JSON.stringify(data))
  else printAll(lines)
  return failed ? 1 : 0
}

function adviceFor([first = '']: string[], commands: Command[]): string {
  const isKnown = commands.some(({ name }) => name.split(' ')[0] === first)
  return `See \`latchkey help${isKnown ? ` ${first}` : ''}\`.`
}

function printAll(lines: string[]): 0 {
  for (const line of lines) console.log(line)
  return 0
}

function say(line: string): void {
  console.error(line)
}
