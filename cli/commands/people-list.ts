import { listPeopleAsOperator } from '#server/admin/as-operator.ts'
import { besideServer } from '#cli/beside.ts'
import type { Call, Command, Outcome } from '#cli/command.ts'
import { dayOf } from '#cli/given.ts'
import { tableOf } from '#cli/table.ts'

export const peopleList: Command = {
  name: 'people list',
  summary: 'Lists the newest accounts, or those whose address begins in some way',
  usage: ['[BEGINNING]'],
  about: ['At most fifty. The states are active, awaiting (approval), suspended, deleting and roles_suspended.'],
  options: {},
  words: { least: 0, most: 1 },
  examples: [
    { line: 'npx latchkey people list', does: 'Shows the fifty newest accounts.' },
    { line: 'npx latchkey people list ada@', does: 'Shows who has an address that begins with ada@.' },
  ],
  run: list,
}

async function list(call: Call): Promise<Outcome> {
  const [search] = call.words
  const { people, more } = await besideServer(call, (world) => listPeopleAsOperator(world, { search }))
  if (people.length === 0)
    return { lines: [search === undefined ? 'There are no accounts.' : 'Nobody is found.'], data: { people, more } }
  const rows = people.map(({ email, name, state, createdAt }) => [email, name, state, dayOf(createdAt)])
  const lines = tableOf([['address', 'name', 'state', 'since'], ...rows])
  return {
    lines: more ? [...lines, 'There are more: name the beginning of an address.'] : lines,
    data: { people, more },
  }
}
