import { AppError } from '#server/errors.ts'
import { isOwnRole, OWN_ROLES, type OwnRole } from '#server/roles/own-roles.ts'
import { wordsIn } from '#server/words/translate.ts'
import { type Call, Refusal, UsageError } from '#cli/command.ts'

/** Returns the address that a command was called with. */
export function addressIn({ words: [address = ''] }: Call): string {
  if (!address.includes('@')) throw new UsageError(`“${address}” is no address.`)
  return address
}

/** Returns the role of `--role`. */
export function roleIn({ options: { role } }: Call): OwnRole {
  if (typeof role === 'string' && isOwnRole(role)) return role
  throw new UsageError(`Name a role with --role: ${OWN_ROLES.join(', ')}.`)
}

/** Returns the number of `--days`, at most so many; undefined without it. */
export function daysIn(call: Call, most: number): number | undefined {
  return numberIn(call, 'days', most)
}

/** Returns the whole number of an option, from 1 to `most`; undefined without it. */
export function numberIn({ options }: Call, name: string, most: number): number | undefined {
  const given = options[name]
  if (given === undefined) return undefined
  const number = Number(given)
  if (Number.isInteger(number) && number >= 1 && number <= most) return number
  throw new UsageError(`--${name} is a whole number from 1 to ${most}.`)
}

const LONGEST_REASON = 200

/** Returns the text of `--reason`, which the person reads. */
export function reasonIn({ options: { reason } }: Call): string {
  const text = typeof reason === 'string' ? reason.trim() : ''
  if (text !== '' && text.length <= LONGEST_REASON) return text
  throw new UsageError(`Say why with --reason, in at most ${LONGEST_REASON} characters. The person reads it.`)
}

/** Returns what makes a sentence for the operator of a refusal. `told` has those that mean something else in this command. */
export function explainFor(told: Record<string, string> = {}): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof AppError)) throw error
    const { reason } = error.details
    if (told[error.code] !== undefined) throw new Refusal(told[error.code] ?? '')
    if (error.code === 'not_found') throw new Refusal('No account has this address.')
    // Sentences with numbers are about waits, which the operator does not meet.
    throw new Refusal(
      reason === undefined ? wordsIn('en', 'refusals')(error.code) : wordsIn('en', 'reasons')(reason, {} as never),
    )
  }
}

/** Returns the day of a time (epoch milliseconds), in UTC. */
export function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}
