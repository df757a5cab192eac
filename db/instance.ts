import type { Reader, Tx } from '#db/engine/database.ts'

/**
 * What belongs to the whole database and not to a person: the RP ID of its passkeys, the name of its newest key, by how
 * much (milliseconds) the clock was turned in testing mode, where the database was moved to, from where it is being
 * moved here, the row that administrators wait for, the hash of the link that makes the first owner, and who became it.
 */
type Name = 'rp_id' | 'secret' | 'clock' | 'moved' | 'arriving' | 'admin_turn' | 'setup_link' | 'first_owner'

export async function find(reader: Reader, name: Name): Promise<string | undefined> {
  return (await reader.get<{ value: string }>('select value from instance where name = ?', name))?.value
}

/** Stores a value if there is none, and returns the one that is stored. */
export async function keep(tx: Tx, name: Name, value: string): Promise<string> {
  await claim(tx, name, value)
  return (await find(tx, name)) ?? value
}

/** Stores a value that is stored once and never changed. Returns false if there is one. */
export async function claim(tx: Tx, name: Name, value: string): Promise<boolean> {
  return (await tx.run('insert into instance (name, value) values (?, ?) on conflict do nothing', name, value)) === 1
}

/** Returns by how much the clock was turned in testing mode, in milliseconds. */
export async function findTurned(reader: Reader): Promise<number> {
  return Number((await find(reader, 'clock')) ?? 0)
}

/** Turns the clock of testing mode further (milliseconds), and returns by how much it is turned then. */
export async function turnClock(tx: Tx, by: number): Promise<number> {
  const turned = await tx.get<{ value: string }>(
    `insert into instance (name, value) values ('clock', ?)
     on conflict (name) do update
       set value = cast(cast(instance.value as bigint) + cast(excluded.value as bigint) as text)
     returning value`,
    String(by),
  )
  return Number(turned?.value)
}

export function put(tx: Tx, name: Name, value: string): Promise<number> {
  return tx.run(
    'insert into instance (name, value) values (?, ?) on conflict (name) do update set value = excluded.value',
    name,
    value,
  )
}
