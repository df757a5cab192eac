import type { Visitor } from '#server/actor.ts'
import { type Known, kindOf, providerOf } from '#server/passkeys/provider.ts'
import { deviceOf } from '#server/devices/device.ts'
import { wordsIn } from '#server/words/translate.ts'

/**
 * Returns the name of a new passkey: the given name, or the name of its provider. Without both it is named by its kind:
 * a security key, a password manager, or the browser and system of this device.
 */
export function passkeyName(
  given: string | undefined,
  { userAgent, language }: Pick<Visitor, 'userAgent' | 'language'>,
  registered: Known,
): string {
  return given || providerOf(registered.aaguid)?.name || nameByKind(registered, { userAgent, language })
}

function nameByKind(registered: Known, { userAgent, language }: Pick<Visitor, 'userAgent' | 'language'>): string {
  const kind = kindOf(registered)
  return kind === 'platform' ? deviceOf(userAgent, language).phrase : wordsIn(language, 'devices')(kind)
}
