import { suspendAsOperator } from '#server/admin/as-operator.ts'
import { besideServer } from '#cli/beside.ts'
import type { Call, Command, Outcome } from '#cli/command.ts'
import { addressIn, daysIn, explainFor, reasonIn } from '#cli/given.ts'

const DAY = 86_400_000

export const peopleSuspend: Command = {
  name: 'people suspend',
  summary: 'Suspends a person: no session, no sign-in, no recovery',
  usage: ['ADDRESS --reason TEXT'],
  about: [
    'It counts at once, also if the server runs, and deletes nothing. The person gets a letter with the reason, and it is in the audit of administration.',
  ],
  options: {
    reason: { type: 'string', value: 'TEXT', about: 'Why. The person reads it.' },
    days: { type: 'string', value: 'DAYS', about: 'It ends by itself after so many days.' },
  },
  words: { least: 1, most: 1 },
  examples: [
    {
      line: 'npx latchkey people suspend bo@example.com --reason stolen-laptop --days 7',
      does: 'Suspends Bo for a week.',
    },
  ],
  run: suspendIt,
}

async function suspendIt(call: Call): Promise<Outcome> {
  const [address, reason, days] = [addressIn(call), reasonIn(call), daysIn(call, 3_650)]
  const told = { conflict: 'This account is suspended already.' }
  await besideServer(call, async (world) => {
    const until = days === undefined ? undefined : world.now() + days * DAY
    await suspendAsOperator(world, { email: address, reason, until }).catch(explainFor(told))
  })
  return { lines: [`${address} is suspended.`], data: { address, reason, days } }
}
