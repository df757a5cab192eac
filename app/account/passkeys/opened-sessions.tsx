import { TextLink } from '#app/_ui/controls/text-link.tsx'
import { ChevronRight } from '#app/_ui/marks/icons.ts'
import { RelativeTime } from '#app/_ui/time/relative-time.tsx'
import type { ShownSession } from '#app/_web/own.ts'
import { words } from '#app/_web/words.tsx'

/** Where a passkey is signed in, once somebody opens the list. Shows nothing if that is nowhere. */
export async function OpenedSessions({ name, sessions }: { name: string; sessions: ShownSession[] }) {
  const say = await words('passkeys')
  if (sessions.length === 0) return null
  return (
    <details className="group">
      <summary className="-mx-1 inline-flex list-none items-center gap-1 rounded-sm px-1 py-0.5 hover:text-ink [&::-webkit-details-marker]:hidden">
        <span>{say('opened.count', { count: sessions.length })}</span>
        <ChevronRight aria-hidden="true" className="size-4 transition-transform group-open:rotate-90" />
      </summary>
      <ul aria-label={say('opened.list', { name })} className="mt-1 mb-2 space-y-0.5 border-l-2 border-line pl-3">
        {sessions.map(({ id, current, device, lastSeenAt }) => (
          <li key={id}>
            {current
              ? say('opened.here', { device: device.phrase })
              : say.rich('opened.elsewhere', {
                  device: device.phrase,
                  seen: () => <RelativeTime at={lastSeenAt} />,
                })}
          </li>
        ))}
      </ul>
      <TextLink href="/account/sessions">{say('opened.all')}</TextLink>
    </details>
  )
}
