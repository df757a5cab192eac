'use client'

import { useId, useState } from 'react'
import { LossTile } from '#app/account/_overview/loss-tile.tsx'
import { RemainingWays } from '#app/account/_overview/remaining-ways.tsx'
import { TextLink } from '#app/_ui/controls/text-link.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { RelativeTime } from '#app/_ui/time/relative-time.tsx'
import type { Loss, Way } from '#app/_web/own.ts'

type Props = { losses: Loss[]; owned: Way[]; rehearsedAt: number | undefined }

/** What would happen if this device, the phone or the mailbox were lost. The first one that is not fine is open. */
export function LossCard({ losses, owned, rehearsedAt }: Props) {
  const say = useWords('account')
  const panel = useId()
  const [open, setOpen] = useState(() => losses.find(({ fine }) => !fine)?.what)

  return (
    <section aria-labelledby="lost" className="mb-9">
      <div className="mb-3 flex items-baseline justify-between gap-4">
        <h2 id="lost" className="text-lg">
          {say('lost.title')}
        </h2>
        <TextLink href="/account/rehearse" className="text-sm">
          {say('lost.rehearse')}
        </TextLink>
      </div>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,5.25rem),1fr))] gap-2.5 sm:gap-3">
        {losses.map((loss) => (
          <LossTile
            key={loss.what}
            loss={loss}
            open={open === loss.what}
            panel={panel}
            onPress={() => setOpen(open === loss.what ? undefined : loss.what)}
          />
        ))}
      </div>
      <div id={panel} aria-live="polite">
        {losses.map(({ what, ways, sentence }) => (
          // Without scripts nothing can be pressed: everything is there.
          <div
            key={what}
            hidden={open !== what}
            className="mt-3 space-y-3 rounded-lg border border-line bg-surface p-4 shadow-card [@media(scripting:none)]:block"
          >
            <RemainingWays owned={owned} remaining={ways} />
            <p>{sentence}</p>
          </div>
        ))}
      </div>
      {rehearsedAt !== undefined && (
        <p className="mt-3 text-sm text-soft">
          {say.rich('lost.rehearsed', { time: () => <RelativeTime at={rehearsedAt} /> })}
        </p>
      )}
    </section>
  )
}
