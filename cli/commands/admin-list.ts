import { listAdmins } from '#server/admin/as-operator.ts'
import { besideServer } from '#cli/beside.ts'
import type { Call, Command, Outcome } from '#cli/command.ts'
import { tableOf } from '#cli/table.ts'

export const adminList: Command = {
  name: 'admin list',
  summary: 'Lists who has a role',
  usage: [''],
  about: ['A role that is suspended counts again when an owner confirms it, or with `admin grant`.'],
  options: {},
  words: { least: 0, most: 0 },
  examples: [{ line: 'npx latchkey admin list', does: 'Shows owners, administrators, helpers and auditors.' }],
  run: list,
}

async function list(call: Call): Promise<Outcome> {
  const { admins, now } = await besideServer(call, async (world) => ({
    admins: await listAdmins(world),
    now: world.now(),
  }))
  if (admins.length === 0)
    return { lines: ['Nobody has a role. Make an owner with `latchkey admin grant`.'], data: { admins } }
  const rows = admins.map(({ email, role, until, suspended }) => [
    role,
    email,
    suspended ? 'suspended after a recovery' : until === undefined ? 'for good' : endOf(until, now),
  ])
  return { lines: tableOf([['role', 'address', 'counts'], ...rows]), data: { admins } }
}

function endOf(until: number, now: number): string {
  const end = new Date(until).toISOString().slice(0, 16).replace('T', ' ')
  return until > now ? `until ${end} UTC` : `ended ${end} UTC`
}
