import type { Visitor } from '#server/actor.ts'
import { providerName } from '#server/passkeys/provider.ts'
import { deviceOf } from '#server/devices/device.ts'

/** Returns the name of a new passkey: the given name, or the name of its provider, or that of the device. */
export function passkeyName(
  given: string | undefined,
  { aaguid, userAgent, language }: Pick<Visitor, 'userAgent' | 'language'> & { aaguid: string },
): string {
  return given || providerName(aaguid) || deviceOf(userAgent, language).phrase
}
