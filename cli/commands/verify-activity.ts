import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { type ChainedEvent, firstBreak } from '#server/audit/chain.ts'
import { type Command, type Outcome, Refusal } from '#cli/command.ts'
import { counted } from '#cli/table.ts'

export const verifyActivity: Command = {
  name: 'verify-activity',
  summary: 'Checks the activity in a person’s export, without a server',
  usage: ['FILE'],
  about: [
    'The events of a person are a chain of hashes. The command finds the first one that is missing, out of order or changed. It needs no settings.',
  ],
  options: {},
  words: { least: 1, most: 1 },
  examples: [{ line: 'npx latchkey verify-activity latchkey-export.json', does: 'Checks an export.' }],
  run: async ({ words: [file = ''] }) => verdictOn(readExport(file)),
}

const Export = z.object({
  user: z.object({ id: z.string() }),
  events: z.array(z.custom<ChainedEvent>((event) => typeof event === 'object' && event !== null)),
  eventsCut: z.object({ seq: z.number(), hash: z.string() }).optional(),
})

function readExport(file: string): z.output<typeof Export> {
  const text = readFileSync(file, 'utf8')
  try {
    return Export.parse(JSON.parse(text))
  } catch {
    throw new Refusal(`${file} is no export of Latchkey.`)
  }
}

function verdictOn({ user, events, eventsCut }: z.output<typeof Export>): Outcome {
  const broken = firstBreak(user.id, events, eventsCut)
  const data = { events: events.length, deleted: eventsCut?.seq ?? 0 }
  if (broken !== undefined)
    return {
      lines: [`Broken at event ${broken}: it is missing, out of order, or changed.`],
      data: { intact: false, brokenAt: broken, ...data },
      failed: true,
    }
  const hash = events.at(-1)?.hash
  return {
    lines: [
      ...(eventsCut
        ? [`The first ${eventsCut.seq} events are not in it: the server has deleted them for their age.`]
        : []),
      `Intact: ${counted(events.length, 'event')}. The hash of the last one is ${hash ?? 'none'}.`,
    ],
    data: { intact: true, ...data, hash: hash ?? null },
  }
}
