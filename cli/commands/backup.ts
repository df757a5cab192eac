import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { backUp } from '#db/engine/sqlite/backup.ts'
import { readConfig } from '#server/config/config.ts'
import { type Command, type Outcome, Refusal } from '#cli/command.ts'
import { rpIdIn } from '#cli/move/instance.ts'

export const backup: Command = {
  name: 'backup',
  summary: 'Copies the database into a new file, and checks the copy',
  usage: ['FILE'],
  about: [
    'It is safe while the server runs. The copy is one file that only its user can read, because it has every address. An existing file is never written over.',
    'The copy names the RP ID, and holds no secret: store the secret apart from it. PostgreSQL is backed up with its own tools.',
  ],
  options: {},
  words: { least: 1, most: 1 },
  examples: [
    {
      line: 'npx latchkey backup /backups/latchkey-2026-11-29.sqlite',
      does: 'Copies the database of the running server.',
    },
  ],
  run: async ({ words: [copy = ''], environment }) => backUpTo(copy, environment),
}

function backUpTo(copy: string, environment: Record<string, string | undefined>): Outcome {
  const { dataDir, database } = readConfig(environment)
  if (database)
    throw new Refusal('DATABASE_URL is set: back up PostgreSQL with pg_dump, as docs/operations.md describes.')
  const file = join(dataDir, 'latchkey.sqlite')
  if (!existsSync(file)) throw new Refusal(`DATA_DIR ${resolve(dataDir)} has no database.`)
  const bytes = copyOf(file, copy, rpIdIn(dataDir))
  return {
    lines: [
      `Copied the database to ${resolve(copy)}: ${bytes} bytes, checked, for this user alone.`,
      'Store the secret apart from it.',
    ],
    data: { file: resolve(copy), bytes },
  }
}

function copyOf(file: string, copy: string, rpId: string | undefined): number {
  try {
    return backUp(file, copy, rpId)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
      throw new Refusal(`${resolve('path' in error ? String(error.path) : copy)} exists already: choose another name.`)
    throw error
  }
}
