import { showPersonAsOperator } from '#server/admin/as-operator.ts'
import type { PersonFacts } from '#server/admin/people/read.ts'
import { besideServer } from '#cli/beside.ts'
import type { Call, Command, Outcome } from '#cli/command.ts'
import { addressIn, dayOf, explainFor } from '#cli/given.ts'
import { tableOf } from '#cli/table.ts'

export const peopleShow: Command = {
  name: 'people show',
  summary: 'Shows what a person can do, never a key or a code',
  usage: ['ADDRESS'],
  about: ['Any address of the account will do.'],
  options: {},
  words: { least: 1, most: 1 },
  examples: [
    { line: 'npx latchkey people show ada@example.com', does: 'Shows the ways in, roles and sessions of Ada.' },
  ],
  run: show,
}

async function show(call: Call): Promise<Outcome> {
  const email = addressIn(call)
  const person = await besideServer(call, (world) => showPersonAsOperator(world, { email }).catch(explainFor()))
  return { lines: tableOf(rowsOf(person)), data: { person } }
}

function rowsOf({ state, until, createdAt, ...person }: PersonFacts): string[][] {
  return [
    ['name', person.name || '–'],
    ['addresses', person.addresses.map(({ address, primary }) => (primary ? `${address} (main)` : address)).join(', ')],
    ['state', until === undefined ? state : `${state} until ${dayOf(until)}`],
    ['since', dayOf(createdAt)],
    ['passkeys', person.passkeys.map(({ name }) => name).join(', ')],
    ['app', person.app ? 'yes' : 'no'],
    ['backup codes', String(person.backupCodes)],
    ['password', person.password ? 'yes' : 'no'],
    ['recovery', person.recovery ? 'under way' : 'none'],
    ['roles', person.roles.map(({ role }) => role).join(', ') || 'none'],
    ['sessions', person.sessions.map(({ device }) => device.phrase).join(', ') || 'none'],
  ]
}
