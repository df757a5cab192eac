import { makeSetupLink } from '#server/admin/setup/setup-link.ts'
import { besideServer } from '#cli/beside.ts'
import { type Call, type Command, type Outcome, Refusal } from '#cli/command.ts'

export const setup: Command = {
  name: 'setup',
  summary: 'Prints a link that makes the first owner',
  usage: [''],
  about: [
    'Open it in a browser, and sign up or sign in there. The link works once and for an hour, and an earlier one ends. The server also writes such a link into the file setup-link of its data directory at each start.',
    'With an owner it is refused: `admin grant` makes another one.',
  ],
  options: {},
  words: { least: 0, most: 0 },
  examples: [{ line: 'npx latchkey setup', does: 'Prints a link like https://id.example.com/setup#….' }],
  run: printLink,
}

async function printLink(call: Call): Promise<Outcome> {
  const link = await besideServer(call, makeSetupLink)
  if (link === undefined)
    throw new Refusal('There is an owner already. `npx latchkey admin grant ADDRESS --role owner` makes another.')
  return { lines: ['Open this link within an hour:', '', link], data: { link } }
}
