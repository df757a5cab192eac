import { actWords } from '#app/admin/audit/act-words.ts'
import { TextLink } from '#app/_ui/controls/text-link.tsx'
import { ChevronRight } from '#app/_ui/marks/icons.ts'
import { ExactTime } from '#app/_ui/time/exact-time.tsx'
import { RelativeTime } from '#app/_ui/time/relative-time.tsx'
import type { Named, ShownAct } from '#app/_web/admin.ts'
import { words } from '#app/_web/words.tsx'

/** One act of an administrator: who, what, to whom and why. Pressed, it shows when exactly and whence. */
export async function ActRow({ act, named }: { act: ShownAct; named: readonly Named[] }) {
  const [say, roles] = await Promise.all([words('adminAudit'), words('admin')])
  const { icon: Icon, sentence } = actWords(act, named, { say, roles })
  const { seq, at, reason, ip, userAgent, target } = act
  return (
    <li>
      <details className="group">
        <summary className="flex list-none gap-3.5 rounded-md px-5 py-3.5 -outline-offset-2 transition-colors hover:bg-sunken/60 [&::-webkit-details-marker]:hidden">
          <Icon aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-soft" strokeWidth={1.75} />
          <span className="min-w-0 flex-1 sm:flex sm:items-baseline sm:justify-between sm:gap-4">
            <span className="block min-w-0">
              <span className="block font-medium">{sentence}</span>
              {reason !== '' && <span className="block text-sm text-soft">{say('reason', { reason })}</span>}
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
            <span>{`${say('number', { seq })} · `}</span>
            <ExactTime at={at} />
          </p>
          <p>{ip === '' ? say('here') : `${ip} · ${userAgent}`}</p>
          {named.some(({ id }) => id === target) && (
            <p className="pt-1">
              <TextLink href={`/admin/people/${target}`}>{say('person')}</TextLink>
            </p>
          )}
        </div>
      </details>
    </li>
  )
}
