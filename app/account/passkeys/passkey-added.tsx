'use client'

import { NamePasskey } from '#app/account/passkeys/name-passkey.tsx'
import { whereItLives } from '#app/account/passkeys/where-it-lives.ts'
import { Card } from '#app/_ui/lists/card.tsx'
import { Moment } from '#app/_ui/marks/moment.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import type { ShownPasskey } from '#app/_web/own.ts'

/**
 * Says which passkey was just added, where it lives, and what that means for losing a device. Offers to name it. Only the words are
 * read out: a field in a live region would be read again with every change around it.
 */
export function PasskeyAdded({ passkey }: { passkey: ShownPasskey | undefined }) {
  const say = useWords('passkeys')
  return (
    <Card className={passkey ? 'arriving mt-5 flex items-start gap-5 p-5' : 'hidden'}>
      {passkey && <Moment key={passkey.id} kind="in" className="max-sm:hidden" />}
      <div className="min-w-0 flex-1">
        <div role="status">
          {passkey && (
            <>
              <h2 className="text-lg">{say('add.done', { name: passkey.name })}</h2>
              <p className="mt-0.5">
                {`${say(`lives.${whereItLives(passkey)}`, { provider: passkey.provider?.name ?? '' })}.`}
              </p>
              <p className="mt-2 text-sm text-soft">
                {`${say(passkey.synced ? 'add.nextSynced' : 'add.nextBound')} ${say('add.told')}`}
              </p>
            </>
          )}
        </div>
        {passkey && <NamePasskey key={passkey.id} passkey={passkey} />}
      </div>
    </Card>
  )
}
