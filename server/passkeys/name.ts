import type { Visitor } from '#server/actor.ts'
import { providerName } from '#server/passkeys/provider.ts'
import { deviceOf } from '#server/devices/device.ts'

/** What a new passkey is called: as its owner says, else after its provider, else after the device it was made on. */
export function passkeyName(
  given: string | undefined,
  { aaguid, userAgent, language }: Pick<Visitor, 'userAgent' | 'language'> & { aaguid: string },
): string {
  return given || providerName(aaguid) || deviceOf(userAgent, language).phrase
}
