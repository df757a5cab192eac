'use client'

import { whereItLives } from '#app/account/passkeys/where-it-lives.ts'
import { Card } from '#app/_ui/lists/card.tsx'
import { Moment } from '#app/_ui/marks/moment.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import type { ShownPasskey } from '#app/_web/own.ts'

/** Says which passkey was just added, where it lives, and what that means for losing a device. */
export function PasskeyAdded({ passkey }: { passkey: ShownPasskey }) {
  const say = useWords('passkeys')
  const { place } = whereItLives(passkey)
  return (
    <Card className="arriving mt-5 flex items-start gap-5 p-5">
      <Moment kind="in" className="max-sm:size-12" />
      <div className="min-w-0">
        <h2 className="text-lg">{say('add.done', { name: passkey.name })}</h2>
        <p className="mt-0.5">{`${say(`lives.${place}`, { provider: passkey.provider?.name ?? '' })}.`}</p>
        <p className="mt-2 text-sm text-soft">
          {`${say(passkey.synced ? 'add.nextSynced' : 'add.nextBound')} ${say('add.told')}`}
        </p>
      </div>
    </Card>
  )
}
