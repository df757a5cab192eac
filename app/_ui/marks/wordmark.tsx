import { PageLink } from '#app/_ui/controls/page-link.tsx'
import { Mark } from '#app/_ui/marks/mark.tsx'

/** What the operator calls this place, and their own mark if they have one. */
export type Product = { name: string; mark: string | undefined }

/** Mark and product name; leads home. */
export function Wordmark({ name, mark }: Product) {
  return (
    <PageLink
      href="/"
      className="inline-flex min-w-0 items-center gap-2.5 rounded-sm text-lg font-semibold tracking-tight text-ink"
    >
      <Mark src={mark} className="size-7" />
      <span className="truncate">{name}</span>
    </PageLink>
  )
}
