import { unsuspendAsOperator } from '#server/admin/as-operator.ts'
import { besideServer } from '#cli/beside.ts'
import type { Call, Command, Outcome } from '#cli/command.ts'
import { addressIn, explainFor } from '#cli/given.ts'

export const peopleUnsuspend: Command = {
  name: 'people unsuspend',
  summary: 'Ends the suspension of a person',
  usage: ['ADDRESS'],
  about: ['The person gets a letter, and it is in the audit of administration.'],
  options: {},
  words: { least: 1, most: 1 },
  examples: [{ line: 'npx latchkey people unsuspend bo@example.com', does: 'Bo can sign in again.' }],
  run: unsuspendIt,
}

async function unsuspendIt(call: Call): Promise<Outcome> {
  const address = addressIn(call)
  const told = { conflict: 'This account is not suspended.' }
  await besideServer(call, (world) => unsuspendAsOperator(world, { email: address }).catch(explainFor(told)))
  return { lines: [`${address} is no longer suspended.`], data: { address } }
}
