import { applyAccess, planAccess } from '#server/admin/apply/apply.ts'
import { linesOf } from '#cli/apply/lines.ts'
import { readAccessFile } from '#cli/apply/read.ts'
import { besideServer } from '#cli/beside.ts'
import type { Call, Command, Outcome } from '#cli/command.ts'
import { explainFor } from '#cli/given.ts'
import { counted } from '#cli/table.ts'

export const apply: Command = {
  name: 'apply',
  summary: 'Makes groups, roles of apps and policies as a file says',
  usage: ['FILE [--prune] [--yes]'],
  about: [
    'It prints a plan: + is made or given, ~ is changed, - is removed or taken. Nothing is changed without --yes. A second run has nothing to do, and writes nothing. A file with a fault changes nothing, and every fault is told with its line.',
    'The file is YAML or JSON, with the sections groups, roles and policies: docs/operations.md has an example. A group, a role or a policy in it becomes as the file says. What the file does not name is left alone.',
    'With --prune, what a section or a list does not name is removed or taken. A section or a list that is missing is left alone then, too. An empty list names nobody.',
    'The people whose groups or roles change get a letter, and so do the owners. It is in the audit of administration.',
  ],
  options: {
    prune: { type: 'boolean', about: 'Remove what the sections and lists of the file do not name.' },
    yes: { type: 'boolean', about: 'Do it. Without this, only the plan is printed.' },
  },
  words: { least: 1, most: 1 },
  examples: [
    { line: 'npx latchkey apply access.yaml', does: 'Prints what would change.' },
    { line: 'npx latchkey apply access.yaml --yes', does: 'Prints it, and changes it.' },
    { line: 'npx latchkey apply access.yaml --prune --yes', does: 'Removes what the file does not name, too.' },
  ],
  run: applyIt,
}

const CHANGED_MEANWHILE =
  'Somebody has changed access at the same time. What was done until then stays: run it again for the rest.'

async function applyIt(call: Call): Promise<Outcome> {
  const { words, options, print } = call
  const prune = options.prune === true
  const { wanted, refusalFor } = readAccessFile(words[0] ?? '')
  return besideServer(call, async (world) => {
    const { faults, plan } = await planAccess(world, wanted, prune)
    if (faults.length > 0) throw refusalFor(faults)
    for (const line of linesOf(plan)) print(line)
    const changes = plan.rules.length + plan.people.length
    const applied = options.yes === true && changes > 0
    const told = { conflict: CHANGED_MEANWHILE, not_found: CHANGED_MEANWHILE }
    if (applied) await applyAccess(world, wanted, plan, prune).catch(explainFor(told))
    return { lines: [endOf(changes, applied)], data: { applied, changes, ...plan } }
  })
}

function endOf(changes: number, applied: boolean): string {
  if (changes === 0) return 'There is nothing to do.'
  return applied
    ? `Done: ${counted(changes, 'change')}.`
    : `Nothing was changed. To make ${counted(changes, 'change')}, run it again with --yes.`
}
