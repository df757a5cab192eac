import { grantRoleAsOperator } from '#server/admin/as-operator.ts'
import { besideServer } from '#cli/beside.ts'
import type { Call, Command, Outcome } from '#cli/command.ts'
import { addressIn, daysIn, explainFor, roleIn } from '#cli/given.ts'

const DAY = 86_400_000

export const adminGrant: Command = {
  name: 'admin grant',
  summary: 'Gives a role to a person: the first owner is made like this',
  usage: ['ADDRESS --role ROLE'],
  about: [
    'The roles are owner (everything), admin (people and roles below), helper (sees people, ends sessions, cancels recoveries) and auditor (only reads). The account needs a passkey and a second way in.',
    'It also lets the roles of a person count again who has recovered the account with a mailbox. Be sure that it is really them.',
    'The person and the owners get a letter, and it is in the audit of administration.',
  ],
  options: {
    role: { type: 'string', value: 'ROLE', about: 'owner, admin, helper or auditor.' },
    days: { type: 'string', value: 'DAYS', about: 'The role ends by itself after so many days. Not for owners.' },
  },
  words: { least: 1, most: 1 },
  examples: [
    { line: 'npx latchkey admin grant ada@example.com --role owner', does: 'Makes Ada an owner.' },
    { line: 'npx latchkey admin grant bo@example.com --role helper --days 30', does: 'Bo helps for thirty days.' },
  ],
  run: grantIt,
}

async function grantIt(call: Call): Promise<Outcome> {
  const role = roleIn(call)
  const days = daysIn(call, 3_650)
  const address = addressIn(call)
  await besideServer(call, async (world) => {
    const until = days === undefined ? undefined : world.now() + days * DAY
    await grantRoleAsOperator(world, { email: address, role, until }).catch(explainFor())
  })
  return { lines: [`${address} has the role ${role}.`], data: { address, role, days } }
}
