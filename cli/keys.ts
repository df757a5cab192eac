import type { Rows } from '#server/admin/dependents.ts'
import { counted } from '#cli/table.ts'

/** Returns how many rows there are of all kinds. */
export function sumOf({ apps, passwords, backupCodes, kept }: Rows): number {
  return apps + passwords + backupCodes + kept
}

/** Names what there is of each kind, like `2 authenticator apps and 1 password`; empty if there is nothing. */
export function namesOf({ apps, passwords, backupCodes, kept }: Rows): string {
  const parts = [
    apps > 0 && counted(apps, 'authenticator app'),
    passwords > 0 && counted(passwords, 'password'),
    backupCodes > 0 && counted(backupCodes, 'backup code'),
    kept > 0 && `${counted(kept, 'proof')} that can still be brought back`,
  ].filter((part) => part !== false)
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}
