import { Cloud, type Icon, KeyRound, Smartphone } from '#app/_ui/marks/icons.ts'
import { LetterMark } from '#app/_ui/marks/letter-mark.tsx'
import type { ShownPasskey } from '#app/_web/own.ts'

const GLYPHS: Record<ShownPasskey['kind'], Icon> = { manager: Cloud, platform: Smartphone, key: KeyRound }

/** The mark of a passkey: its provider's initial, or the glyph of its kind if the provider is unknown. */
export function PasskeyMark({ passkey: { provider, kind } }: { passkey: ShownPasskey }) {
  if (provider) return <LetterMark name={provider.name} />
  const Glyph = GLYPHS[kind]
  return <Glyph aria-hidden="true" className="size-5" strokeWidth={1.75} />
}
