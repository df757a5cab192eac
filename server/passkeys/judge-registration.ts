import { type Ceremony, requireUnspent, spendAlone } from '#server/ceremonies.ts'
import { AppError } from '#server/errors.ts'
import { type Registered, verifyRegistration } from '#server/passkeys/verify-registration.ts'
import type { RegistrationResponseJSON } from '#server/passkeys/webauthn.ts'
import type { World } from '#server/world.ts'

type Created = Ceremony<'sign-up-passkey' | 'add-passkey' | 'recovery-passkey'>

/**
 * Verifies the new passkey of a ceremony. The try must have been counted before. Refuses a spent ceremony with
 * `ceremony_over` before any other work, and spends the ceremony of a passkey that it refuses with `passkey_refused`: no
 * browser makes one, so nobody may have many verified with one ceremony. A passkey that it accepts is spent by the
 * transaction that stores it.
 */
export async function judgeRegistration(
  world: World,
  ceremony: Created,
  credential: RegistrationResponseJSON,
): Promise<Registered> {
  await world.db.read((reader) => requireUnspent(reader, ceremony))
  const { challenge } = ceremony
  try {
    return verifyRegistration(world.config, credential, {
      challenge,
      conditional: 'conditional' in ceremony && ceremony.conditional,
    })
  } catch (error) {
    if (error instanceof AppError) await spendAlone(world, ceremony)
    throw error
  }
}
