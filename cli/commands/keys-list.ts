import type { Keys } from '#server/crypto/keys.ts'
import { besideServer } from '#cli/beside.ts'
import type { Call, Command, Outcome } from '#cli/command.ts'
import { type Dependents, dependentsOf, type Rows } from '#server/admin/dependents.ts'
import { namesOf, sumOf } from '#cli/keys.ts'
import { tableOf } from '#cli/table.ts'

export const keysList: Command = {
  name: 'keys list',
  summary: 'Lists the secrets of SECRET, and what still depends on each',
  usage: [''],
  about: [
    'Apps, passwords and backup codes move to the newest secret when they are next used. What still depends on an older one ends when that one is removed from SECRET. Passkeys depend on none.',
    'A secret has the name of one of its keys, from which it cannot be found.',
  ],
  options: {},
  words: { least: 0, most: 0 },
  examples: [{ line: 'npx latchkey keys list', does: 'Shows whether an older secret can be removed.' }],
  run: list,
}

async function list(call: Call): Promise<Outcome> {
  return besideServer(call, async ({ db, keys, config }) => {
    const dependents = await db.read((reader) => dependentsOf(reader, keys))
    return {
      lines: [
        ...tableOf([
          ['secret', 'name', 'authenticator apps', 'passwords', 'backup codes', 'can be brought back'],
          ...dependents.ring.map((rows, at) => [placeOf(at), keys.session[at]?.id ?? '', ...cells(rows)]),
          ...(sumOf(dependents.unknown) > 0 ? [['not in SECRET', '', ...cells(dependents.unknown)]] : []),
        ]),
        '',
        ...advice(dependents, config.session.max),
      ],
      data: dataOf(dependents, keys),
    }
  })
}

function placeOf(at: number): string {
  return at === 0 ? '1 (newest)' : String(at + 1)
}

function cells({ apps, passwords, backupCodes, kept }: Rows): string[] {
  return [apps, passwords, backupCodes, kept].map((number) => number.toLocaleString('en'))
}

function advice({ ring, unknown }: Dependents, sessionMax: number): string[] {
  const days = Math.ceil(sessionMax / 86_400_000)
  const older = ring.slice(1).map((rows, at) => {
    const ends = namesOf(rows)
    return `Removing secret ${at + 2} ends ${ends === '' ? 'nothing but' : `${ends}, and`} sessions that were not used since a newer one came; after ${days} days there are none.`
  })
  const lost =
    sumOf(unknown) > 0
      ? [`${namesOf(unknown)} cannot be used: put the older secret back into SECRET, behind the newest.`]
      : []
  return [
    ...(ring.length === 1 ? ['There is one secret. Removing it ends everything that depends on it.'] : older),
    ...lost,
  ]
}

function dataOf({ ring, unknown }: Dependents, keys: Keys): Record<string, unknown> {
  return {
    secrets: ring.map((rows, at) => ({ place: at + 1, name: keys.session[at]?.id, newest: at === 0, rows })),
    unknown,
  }
}
