import type { Reader } from '#db/engine/database.ts'
import * as passkeys from '#db/passkeys.ts'
import * as retired from '#db/retired.ts'
import { KEPT_FOR, takesItselfBack } from '#server/custody/retire.ts'

/** Returns a passkey that was taken away in the last seven days and can take itself back, as it was. */
export async function findRetiredPasskey(
  reader: Reader,
  credentialId: string,
  now: number,
): Promise<{ retired: retired.Retired; passkey: passkeys.Passkey } | undefined> {
  const kept = await retired.findPasskey(reader, { credentialId, after: now - KEPT_FOR })
  const passkey = kept && takesItselfBack(kept) ? passkeys.fromKept(kept.kept) : undefined
  return kept && passkey && { retired: kept, passkey }
}
