import { chownSync, mkdtempSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const NOBODY = 65_534

/** Who a program runs as, in the form that `spawn` takes: empty for the user of this process. */
export type Account = { uid?: number; gid?: number }

/** The environment of PostgreSQL’s programs: variables such as PGPORT would change what they do. */
export const ENVIRONMENT = { PATH: process.env.PATH, NODE_ENV: process.env.NODE_ENV }

/** The account that PostgreSQL runs as. It refuses to run as root, so a process of root's starts it as nobody. */
export function serverAccount(): Account {
  if (process.getuid?.() !== 0) return {}
  const line = readFileSync('/etc/passwd', 'utf8').match(/^nobody:[^:]*:(-?\d+):(-?\d+):/m)
  return { uid: Number(line?.[1] ?? NOBODY), gid: Number(line?.[2] ?? NOBODY) }
}

/** Makes a temporary folder that only the account (and root) may enter. The caller removes it. */
export function makeFolder(account: Account): string {
  const place = account.uid === undefined || mayEnter(tmpdir()) ? tmpdir() : '/tmp'
  const folder = mkdtempSync(join(place, 'latchkey-postgres-'))
  give(folder, account)
  return folder
}

/** Makes the account the owner of one file or folder. */
export function give(path: string, { uid, gid }: Account): void {
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid)
}

/** Whether every user may enter this folder and each one above it. */
function mayEnter(folder: string): boolean {
  if ((statSync(folder).mode & 0o001) === 0) return false
  return dirname(folder) === folder || mayEnter(dirname(folder))
}
