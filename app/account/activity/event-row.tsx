import { words } from '#app/_web/words.tsx'
import { eventWords } from '#app/account/activity/event-words.ts'
import { RelativeTime } from '#app/_ui/time/relative-time.tsx'
import type { ShownEvent } from '#app/_web/own.ts'

/** One thing that happened to the account: what, when, from where. */
export async function EventRow({ event }: { event: ShownEvent }) {
  const { icon: Icon, sentence, worrying } = eventWords(event, await words('activity'))
  return (
    <li className="flex gap-3.5 px-5 py-3.5">
      <Icon
        aria-hidden="true"
        className={`mt-0.5 size-5 shrink-0 ${worrying ? 'text-warn' : 'text-soft'}`}
        strokeWidth={1.75}
      />
      <div className="min-w-0 flex-1 sm:flex sm:items-baseline sm:justify-between sm:gap-4">
        <div>
          <p className={`font-medium ${worrying ? 'text-warn' : ''}`}>{sentence}</p>
          {event.ip !== '' && <p className="text-sm text-soft">{`${event.device.phrase} · ${event.ip}`}</p>}
        </div>
        <p className="text-sm text-soft">
          <RelativeTime at={event.at} />
        </p>
      </div>
    </li>
  )
}
