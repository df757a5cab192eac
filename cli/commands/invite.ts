import { inviteAsOperator } from '#server/invitations/invite.ts'
import { besideServer } from '#cli/beside.ts'
import { type Call, type Command, type Outcome, UsageError } from '#cli/command.ts'
import { addressIn, daysIn, explainFor, numberIn } from '#cli/given.ts'
import { counted } from '#cli/table.ts'

const MOST_PEOPLE = 1_000
const MOST_DAYS = 30

export const inviteCommand: Command = {
  name: 'invite',
  summary: 'Invites one address, or makes a link for several people',
  usage: ['ADDRESS', '--link PEOPLE'],
  about: [
    'The address gets a letter, which a running server sends, and only that address can use the invitation. A link is for whoever has it, as many times as you say.',
    'The link is shown here once, and cannot be shown again. An invitation gives no role. It counts in every mode of sign-up but `closed`.',
  ],
  options: {
    link: { type: 'string', value: 'PEOPLE', about: `For how many people the link is, ${MOST_PEOPLE} at most.` },
    days: { type: 'string', value: 'DAYS', about: `When it ends: after 7 days without this, ${MOST_DAYS} at most.` },
  },
  words: { least: 0, most: 1 },
  examples: [
    { line: 'npx latchkey invite ada@example.com', does: 'Writes to Ada.' },
    { line: 'npx latchkey invite --link 20 --days 30', does: 'Makes a link for twenty people.' },
  ],
  run: inviteIt,
}

async function inviteIt(call: Call): Promise<Outcome> {
  const people = numberIn(call, 'link', MOST_PEOPLE)
  const days = daysIn(call, MOST_DAYS)
  const isLink = people !== undefined
  if (isLink === call.words.length > 0) throw new UsageError('Name one address, or say --link.')
  const asked = isLink ? { people } : { email: addressIn(call) }
  const made = await besideServer(call, (world) => inviteAsOperator(world, { ...asked, days }).catch(explainFor()))
  const until = `${new Date(made.expiresAt).toISOString().slice(0, 16).replace('T', ' ')} UTC`
  const [address] = call.words
  return {
    lines: [
      isLink
        ? `A link for ${counted(people, 'person', 'people')}, until ${until}:`
        : `${address} gets a letter. The same link, until ${until}:`,
      made.link,
    ],
    data: { id: made.id, link: made.link, expiresAt: made.expiresAt, address, people: people ?? 1 },
  }
}
