import { endSessionsOfAddress } from '#server/admin/as-operator.ts'
import { besideServer } from '#cli/beside.ts'
import type { Call, Command, Outcome } from '#cli/command.ts'
import { addressIn, explainFor, reasonIn } from '#cli/given.ts'
import { counted } from '#cli/table.ts'

export const peopleEndSessions: Command = {
  name: 'people end-sessions',
  summary: 'Signs out a person, and tells them why',
  usage: ['ADDRESS --reason TEXT'],
  about: [
    'The sessions end at once. The person gets a letter with the reason, and it is in the audit of administration. `end-sessions` does it without either.',
  ],
  options: { reason: { type: 'string', value: 'TEXT', about: 'Why. The person reads it.' } },
  words: { least: 1, most: 1 },
  examples: [
    { line: 'npx latchkey people end-sessions ada@example.com --reason lost-phone', does: 'Signs out Ada everywhere.' },
  ],
  run: endThem,
}

async function endThem(call: Call): Promise<Outcome> {
  const [address, reason] = [addressIn(call), reasonIn(call)]
  const { ended } = await besideServer(call, (world) =>
    endSessionsOfAddress(world, { email: address, reason }).catch(explainFor()),
  )
  return {
    lines: [ended === 1 ? 'One session was ended.' : `${counted(ended, 'session')} were ended.`],
    data: { address, ended },
  }
}
