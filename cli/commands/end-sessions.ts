import { AppError } from '#server/errors.ts'
import { endSessionsAsOperator } from '#server/sessions/end.ts'
import { besideServer } from '#cli/beside.ts'
import { type Call, type Command, type Outcome, Refusal, UsageError } from '#cli/command.ts'
import { counted } from '#cli/table.ts'

export const endSessions: Command = {
  name: 'end-sessions',
  summary: 'Signs out one person, or everybody',
  usage: ['ADDRESS', '--everybody'],
  about: [
    'The sessions end at once, also if the server runs. Each person’s activity says that the operator ended them.',
  ],
  options: { everybody: { type: 'boolean', about: 'End the sessions of all people.' } },
  words: { least: 0, most: 1 },
  examples: [
    { line: 'npx latchkey end-sessions ada@example.com', does: 'Signs out one person everywhere.' },
    { line: 'npx latchkey end-sessions --everybody', does: 'Signs out everybody.' },
  ],
  run: endThem,
}

async function endThem(call: Call): Promise<Outcome> {
  const [address] = call.words
  const isEverybody = call.options.everybody === true
  if (isEverybody === (address !== undefined)) throw new UsageError('Name one address, or say --everybody.')
  if (address?.includes('@') === false) throw new UsageError(`“${address}” is no address.`)
  const { ended } = await besideServer(call, (world) => endSessionsAsOperator(world, { email: address }).catch(explain))
  return {
    lines: [ended === 1 ? 'One session was ended.' : `${counted(ended, 'session')} were ended.`],
    data: { ended },
  }
}

function explain(error: unknown): never {
  if (error instanceof AppError && error.code === 'not_found') throw new Refusal('No account has this address.')
  throw error
}
