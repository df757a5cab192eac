import { resolve } from 'node:path'
import { readConfig } from '#server/config/config.ts'
import { noting } from '#cli/beside.ts'
import { type Call, type Command, type Outcome, Refusal } from '#cli/command.ts'
import { type Restored, restoreBackup } from '#cli/restore/restore.ts'
import { counted } from '#cli/table.ts'

export const restore: Command = {
  name: 'restore',
  summary: 'Puts a backup in the place of the database, and ends all sessions',
  usage: ['FILE [--replace]'],
  about: [
    'Stop the server first; no server can start meanwhile. The backup is copied, checked, migrated to this version and put in place in one step, with mode 0600. The backup itself is not changed. A restore that is killed leaves the old database or the new one; run it again.',
    'A backup brings back the ended sessions of its moment, so all sessions are ended. A recovery that its owner cancelled since would wait again, so every recovery is cancelled, and its owner gets a letter. It also brings back the used backup codes: people should make new ones.',
    'This is for SQLite. PostgreSQL is restored with its own tools.',
  ],
  options: {
    replace: {
      type: 'boolean',
      about: 'Replace the database that is there. The old file is kept, under a name that is printed.',
    },
  },
  words: { least: 1, most: 1 },
  examples: [
    { line: 'npx latchkey restore /backups/latchkey-2026-11-29.sqlite', does: 'Restores into a new DATA_DIR.' },
    {
      line: 'npx latchkey restore /backups/latchkey-2026-11-29.sqlite --replace',
      does: 'Goes back to the backup, and keeps the database of today beside it.',
    },
  ],
  run: restoreFrom,
}

async function restoreFrom({ words: [backup = ''], options, environment, say }: Call): Promise<Outcome> {
  const config = readConfig(environment)
  if (config.database)
    throw new Refusal('DATABASE_URL is set: restore PostgreSQL with pg_restore, as docs/operations.md describes.')
  const replace = options.replace === true
  const restored = await restoreBackup(config, { backup: resolve(backup), replace, log: noting(say) })
  return { lines: reportOf(restored), data: { ...restored, aside: restored.aside ?? null } }
}

function reportOf({ file, bytes, aside, migrated, ended, cancelled, fits, knowsRpId, rpId }: Restored): string[] {
  return [
    `Restored ${file}: ${bytes} bytes, checked, for this user alone.`,
    ...(aside === undefined
      ? []
      : [`The database before it is kept as ${aside}. It has every address: delete it in time.`]),
    ...(migrated > 0 ? [`It was migrated to this version (${counted(migrated, 'step')}).`] : []),
    `${ended === 1 ? 'One session was' : `${counted(ended, 'session')} were`} ended.`,
    ...(cancelled > 0
      ? [`Recoveries were under way, of ${counted(cancelled, 'person', 'people')}, and are cancelled.`]
      : []),
    ...(knowsRpId ? [] : [`The backup does not name its RP ID. It must be ${rpId}, or no passkey works.`]),
    ...(fits === 'no'
      ? [
          'SECRET is not the one of the backup: put that one back, or its authenticator apps, passwords and backup codes do not work.',
        ]
      : []),
    ...(fits === 'in part' ? ['Some of it depends on a secret that is not in SECRET: see `latchkey keys list`.'] : []),
    'Backup codes that were used since the backup work again: people should make new ones.',
    'Start the server.',
  ]
}
