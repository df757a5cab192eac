import Link from 'next/link'
import { Mark } from '#app/_ui/mark.tsx'

/** Mark and product name; leads home. */
export function Wordmark({ name }: { name: string }) {
  return (
    <Link href="/" className="inline-flex min-w-0 items-center gap-2.5 rounded-sm text-lg font-semibold tracking-tight text-ink">
      <Mark className="size-7" />
      <span className="truncate">{name}</span>
    </Link>
  )
}
