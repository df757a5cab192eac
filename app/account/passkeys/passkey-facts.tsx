import { whereItLives } from '#app/account/passkeys/where-it-lives.ts'
import { RelativeTime } from '#app/_ui/time/relative-time.tsx'
import type { ShownPasskey } from '#app/_web/own.ts'
import { words } from '#app/_web/words.tsx'

/** What is known about a passkey: its kind, where it lives, where and when it was used last, and when it was created. */
export async function PasskeyFacts({ passkey }: { passkey: ShownPasskey }) {
  const say = await words('passkeys')
  const { kind, name, provider, createdAt, lastUsedAt, lastUsedFrom: from } = passkey
  const place = whereItLives(passkey)
  // The title, or the sentence about the place, may have named the provider already, and the sentence an unknown one's kind.
  const unnamed = provider && provider.name !== name && place !== 'provider' ? [provider.name] : []
  const kinds = provider || kind === 'key' ? [say(`kind.${kind}`)] : []
  const lives = say(`lives.${place}`, { provider: provider?.name ?? '' })
  const made = () => <RelativeTime at={createdAt} />
  const used = () => lastUsedAt !== undefined && <RelativeTime at={lastUsedAt} />
  return (
    <>
      <p>{[...kinds, ...unnamed, lives].join(' · ')}</p>
      {lastUsedAt !== undefined && (
        <p>
          {from ? say.rich('usedFrom', { used, device: from.device.phrase, ip: from.ip }) : say.rich('used', { used })}
        </p>
      )}
      <p>{say.rich(lastUsedAt === undefined ? 'unused' : 'made', { made })}</p>
    </>
  )
}
