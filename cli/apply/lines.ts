import { isDeepStrictEqual } from 'node:util'
import type { Plan } from '#server/admin/apply/apply.ts'
import type { PersonStep } from '#server/admin/apply/people.ts'
import type { RuleStep } from '#server/admin/apply/rules.ts'
import { counted } from '#cli/table.ts'

/** How many things that are left alone are named. */
const MOST_NAMED = 20

/** Returns a plan as lines for people: + is made or given, ~ is changed, - is removed or taken. */
export function linesOf({ rules, people, stays, left }: Plan): string[] {
  const more = left.length - MOST_NAMED
  const named = left.slice(0, MOST_NAMED).join(', ')
  return [
    ...rules.map(lineOfRule),
    ...people.map(lineOfPerson),
    `Stays as it is: ${counted(stays, 'thing')} in the file.`,
    ...(left.length > 0 ? [`Not in the file, and left alone: ${named}${more > 0 ? `, and ${more} more` : ''}.`] : []),
  ]
}

function lineOfRule(step: RuleStep): string {
  if (step.what === 'role_of_group')
    return `${step.act === 'give' ? '+' : '-'} role ${step.app}/${step.key} for group ${step.group}`
  const { what, before, after } = step
  const name = nameOf(step)
  if (!after) return `- ${what} ${name}`
  return before ? `~ ${what} ${name}: ${changesOf(before, after)}` : `+ ${what} ${name}: ${contentOf(after)}`
}

function lineOfPerson(step: PersonStep): string {
  const sign = step.act === 'give' ? '+' : '-'
  return step.what === 'member'
    ? `${sign} ${step.email} in group ${step.group}`
    : `${sign} role ${step.app}/${step.key} for ${step.email}`
}

/** Returns what a rule is called in the plan, like `billing/approver`. */
function nameOf(step: Exclude<RuleStep, { what: 'role_of_group' }>): string {
  if (step.what === 'group') return (step.after ?? step.before)?.key ?? ''
  if (step.what === 'role') return idOf((step.after ?? step.before)?.app, (step.after ?? step.before)?.key)
  return idOf((step.after ?? step.before)?.app, (step.after ?? step.before)?.id)
}

function idOf(app = '', key = ''): string {
  return `${app}/${key}`
}

/** These are told by the name of the rule, or change by themselves. */
const NOT_TOLD = new Set(['app', 'key', 'id', 'version'])

/** JSON also keeps characters out of a terminal that could rewrite it. */
function contentOf(thing: object): string {
  return Object.entries(thing)
    .filter(([member, value]) => !NOT_TOLD.has(member) && value !== undefined && !isDeepStrictEqual(value, []))
    .map(([member, value]) => `${member} ${JSON.stringify(value)}`)
    .join(', ')
}

function changesOf(before: object, after: object): string {
  const old = new Map<string, unknown>(Object.entries(before))
  const members = new Map<string, unknown>(Object.entries(after))
  return [...new Set([...old.keys(), ...members.keys()])]
    .filter((member) => !NOT_TOLD.has(member) && !isDeepStrictEqual(old.get(member), members.get(member)))
    .map((member) => `${member} ${spelled(old.get(member))} becomes ${spelled(members.get(member))}`)
    .join(', ')
}

function spelled(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value)
}
