import { grantRoleAsOperator } from '#server/admin/as-operator.ts'
import { AppError } from '#server/errors.ts'
import { isOwnRole, OWN_ROLES, type OwnRole } from '#server/roles/own-roles.ts'
import { wordsIn } from '#server/words/translate.ts'
import { besideServer } from '#cli/beside.ts'
import { type Call, type Command, type Outcome, Refusal, UsageError } from '#cli/command.ts'

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
  const {
    words: [address = ''],
    options,
  } = call
  const role = roleOf(options.role)
  const days = daysOf(options.days)
  if (!address.includes('@')) throw new UsageError(`“${address}” is no address.`)
  await besideServer(call, async (world) => {
    const until = days === undefined ? undefined : world.now() + days * DAY
    await grantRoleAsOperator(world, { email: address, role, until }).catch(explain)
  })
  return { lines: [`${address} has the role ${role}.`], data: { address, role, days } }
}

function roleOf(given: string | boolean | undefined): OwnRole {
  if (typeof given === 'string' && isOwnRole(given)) return given
  throw new UsageError(`Name a role with --role: ${OWN_ROLES.join(', ')}.`)
}

function daysOf(given: string | boolean | undefined): number | undefined {
  if (given === undefined) return undefined
  const days = Number(given)
  if (Number.isInteger(days) && days >= 1 && days <= 3_650) return days
  throw new UsageError('--days is a whole number from 1 to 3650.')
}

function explain(error: unknown): never {
  if (!(error instanceof AppError)) throw error
  if (error.code === 'not_found') throw new Refusal('No account has this address.')
  const { reason } = error.details
  const why =
    reason === undefined ? wordsIn('en', 'refusals')(error.code) : wordsIn('en', 'reasons')(reason, {} as never)
  throw new Refusal(why)
}
