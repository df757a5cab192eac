import { words } from '#app/_web/words.tsx'
import { eventWords } from '#app/account/activity/event-words.ts'
import { TextLink } from '#app/_ui/controls/text-link.tsx'
import { Badge } from '#app/_ui/lists/badge.tsx'
import { ChevronRight } from '#app/_ui/marks/icons.ts'
import { ExactTime } from '#app/_ui/time/exact-time.tsx'
import { RelativeTime } from '#app/_ui/time/relative-time.tsx'
import type { ShownEvent } from '#app/_web/own.ts'

/** One thing that happened to the account: what, when, from where. Pressed, it shows the exact time and what to do about it. */
export async function EventRow({ event }: { event: ShownEvent }) {
  const say = await words('activity')
  const { icon: Icon, sentence } = eventWords(event, say)
  const { seq, at, ip, device, network, worrying } = event
  return (
    <li>
      <details className="group">
        <summary className="flex list-none gap-3.5 rounded-md px-5 py-3.5 -outline-offset-2 transition-colors hover:bg-sunken/60 [&::-webkit-details-marker]:hidden">
          <Icon
            aria-hidden="true"
            className={`mt-0.5 size-5 shrink-0 ${worrying ? 'text-warn' : 'text-soft'}`}
            strokeWidth={1.75}
          />
          <span className="min-w-0 flex-1 sm:flex sm:items-baseline sm:justify-between sm:gap-4">
            <span className="block">
              <span className={`block font-medium ${worrying ? 'text-warn' : ''}`}>{sentence}</span>
              {ip !== '' && <span className="block text-sm text-soft">{`${device.phrase} · ${ip}`}</span>}
              {network === 'new' && (
                <span className="mt-1 block">
                  <Badge tone="warn">{say('network.new')}</Badge>
                </span>
              )}
            </span>
            <span className="block shrink-0 text-sm text-soft">
              <RelativeTime at={at} />
            </span>
          </span>
          <ChevronRight
            aria-hidden="true"
            className="mt-0.5 size-5 shrink-0 text-edge transition-transform group-open:rotate-90"
          />
        </summary>
        <div className="space-y-1 px-5 pb-4 pl-13.5 text-sm text-soft">
          <p>
            <ExactTime at={at} />
          </p>
          {network && <p>{say(`network.${network}Hint`)}</p>}
          <p className="pt-1">
            <TextLink href={`/account/activity/not-me?event=${seq}`}>{say('notMe')}</TextLink>
          </p>
        </div>
      </details>
    </li>
  )
}
