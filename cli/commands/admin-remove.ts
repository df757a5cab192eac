import { removeRoleAsOperator } from '#server/admin/as-operator.ts'
import { besideServer } from '#cli/beside.ts'
import type { Call, Command, Outcome } from '#cli/command.ts'
import { addressIn, explainFor, roleIn } from '#cli/given.ts'

export const adminRemove: Command = {
  name: 'admin remove',
  summary: 'Takes a role from a person',
  usage: ['ADDRESS --role ROLE'],
  about: [
    'The account itself stays as it is. The last owner keeps the role: make another one first.',
    'The person and the owners get a letter, and it is in the audit of administration.',
  ],
  options: { role: { type: 'string', value: 'ROLE', about: 'owner, admin, helper or auditor.' } },
  words: { least: 1, most: 1 },
  examples: [{ line: 'npx latchkey admin remove bo@example.com --role helper', does: 'Bo no longer helps.' }],
  run: removeIt,
}

async function removeIt(call: Call): Promise<Outcome> {
  const [address, role] = [addressIn(call), roleIn(call)]
  const told = { not_found: `Nobody with the address ${address} has the role ${role}.` }
  await besideServer(call, (world) => removeRoleAsOperator(world, { email: address, role }).catch(explainFor(told)))
  return { lines: [`${address} no longer has the role ${role}.`], data: { address, role } }
}
