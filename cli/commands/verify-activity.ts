import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { firstBrokenAct, type ShownAct } from '#server/admin/audit.ts'
import { type ChainedEvent, firstBreak } from '#server/audit/chain.ts'
import { type Command, type Outcome, Refusal } from '#cli/command.ts'
import { counted } from '#cli/table.ts'

export const verifyActivity: Command = {
  name: 'verify-activity',
  summary: 'Checks the activity in an export, of a person or of administration, without a server',
  usage: ['FILE'],
  about: [
    'The events of a person are a chain of hashes, and so is what administrators did. The command finds the first one that is missing, out of order or changed. It needs no settings.',
    'A chain that was written anew from its beginning is intact. Compare its last hash, or an older export, to find that.',
  ],
  options: {},
  words: { least: 1, most: 1 },
  examples: [
    { line: 'npx latchkey verify-activity latchkey-export.json', does: 'Checks the export of a person.' },
    { line: 'npx latchkey verify-activity latchkey-audit.json', does: 'Checks the audit of administration.' },
  ],
  run: async ({ words: [file = ''] }) => verdictIn(readExport(file)),
}

const isRecord = (value: unknown) => typeof value === 'object' && value !== null

const PersonExport = z.object({
  user: z.object({ id: z.string() }),
  events: z.array(z.custom<ChainedEvent>(isRecord)),
  eventsCut: z.object({ seq: z.number(), hash: z.string() }).optional(),
})

const AuditExport = z.object({ format: z.literal('latchkey-audit-1'), acts: z.array(z.custom<ShownAct>(isRecord)) })

const Export = z.union([PersonExport, AuditExport])

function readExport(file: string): z.output<typeof Export> {
  const text = readFileSync(file, 'utf8')
  try {
    return Export.parse(JSON.parse(text))
  } catch {
    throw new Refusal(`${file} is no export of Latchkey.`)
  }
}

function verdictIn(read: z.output<typeof Export>): Outcome {
  if ('acts' in read) return verdictOn({ broken: firstBrokenAct(read.acts), chain: read.acts, what: 'act' })
  const { user, events, eventsCut } = read
  const broken = firstBreak(user.id, events, eventsCut)
  return verdictOn({ broken, chain: events, deleted: eventsCut?.seq, what: 'event' })
}

type Chain = {
  broken: number | undefined
  chain: { hash: string }[]
  deleted?: number | undefined
  what: 'act' | 'event'
}

function verdictOn({ broken, chain, deleted = 0, what }: Chain): Outcome {
  const data = { [`${what}s`]: chain.length, deleted }
  if (broken !== undefined)
    return {
      lines: [`Broken at ${what} ${broken}: it is missing, out of order, or changed.`],
      data: { intact: false, brokenAt: broken, ...data },
      failed: true,
    }
  const hash = chain.at(-1)?.hash
  return {
    lines: [
      ...(deleted > 0 ? [`The first ${deleted} events are not in it: the server has deleted them for their age.`] : []),
      `Intact: ${counted(chain.length, what)}. The hash of the last one is ${hash ?? 'none'}.`,
    ],
    data: { intact: true, ...data, hash: hash ?? null },
  }
}
