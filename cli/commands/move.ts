import { join } from 'node:path'
import { ConfigError, readConfig } from '#server/config/config.ts'
import { type Call, type Command, type Outcome, Refusal, UsageError } from '#cli/command.ts'
import { type Moved, move } from '#cli/move/move.ts'
import { type Place, readPlaces } from '#cli/move/places.ts'
import { MoveError } from '#cli/move/refusal.ts'

/** The arguments take the place of these settings. */
const REPLACED = ['DATA_DIR', 'DATABASE_URL', 'INSTANCES'].flatMap((name) => [name, `${name}_FILE`])

export const moveCommand: Command = {
  name: 'move',
  summary: 'Moves an installation from SQLite to PostgreSQL, or back',
  usage: [
    '--from sqlite:<DATA_DIR> --to postgres://<user>:<password>@<host>/<database>',
    '--from postgres://<user>:<password>@<host>/<database> --to sqlite:<new DATA_DIR>',
  ],
  about: [
    'Stop the server first. Every table is copied and verified. Then the source is marked as moved, and no server starts on it again. A move that fails or is killed leaves the source as it was.',
    'Other users of the machine may see the arguments of a program: leave the password out, and set PGPASSWORD.',
  ],
  options: {
    from: { type: 'string', value: 'PLACE', about: 'Where everything is now.' },
    to: { type: 'string', value: 'PLACE', about: 'An empty database, or a new directory.' },
  },
  words: { least: 0, most: 0 },
  examples: [
    {
      line: 'npx latchkey move --from sqlite:data --to postgres://latchkey@db.example.com/latchkey',
      does: 'Moves to PostgreSQL, with the password in PGPASSWORD.',
    },
  ],
  run: moveAll,
}

async function moveAll({ options: { from, to }, environment, say }: Call): Promise<Outcome> {
  if (typeof from !== 'string' || typeof to !== 'string') throw new UsageError('A move needs --from and --to.')
  try {
    const places = readPlaces({ from, to })
    const kept = Object.entries(environment).filter(([name]) => !REPLACED.includes(name))
    const config = readConfig(Object.fromEntries(kept))
    const moved = await move(places, config, { say, now: () => performance.now() })
    return {
      lines: reportOf(moved, places, config.secrets.length > 0),
      data: {
        from: places.from.shown,
        to: places.to.shown,
        ...(moved === 'finished' ? { finished: true } : { ...moved, finished: false }),
      },
    }
  } catch (error) {
    throw new Refusal(sentenceFor(error))
  }
}

function reportOf(moved: Moved, { from, to }: { from: Place; to: Place }, hasSecret: boolean): string[] {
  const end = `Moved to ${to.shown}. No server starts on ${from.shown} again.`
  if (moved === 'finished') return [`An earlier run had verified everything, and this one finished it. ${end}`]
  const { tables, rows, people, proof } = moved
  const count = (number: number) => number.toLocaleString('en')
  return [
    `Verified: ${tables} tables with ${count(rows)} rows are the same on both sides, and every person’s activity is intact (people with activity: ${count(people)}).`,
    ...(proof === 'nothing' ? ['Nothing in the source depends on SECRET, so it could not be tried.'] : []),
    end,
    ...(hasSecret || from.engine !== 'sqlite'
      ? []
      : [`Set SECRET_FILE to ${join(from.dataDir, 'secret')}, or to a copy of it.`]),
  ]
}

/** Other faults are those of a disk or a connection. */
function sentenceFor(error: unknown): string {
  if (error instanceof ConfigError) return error.message
  const text = error instanceof Error ? error.message : String(error)
  return error instanceof MoveError ? `${text}.` : `The move failed and was undone: ${text}`
}
