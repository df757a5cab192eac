/** What happens, one thing after the other. */
export function Timeline({ items }: { items: { when: string; what: string }[] }) {
  return (
    <ol className="my-6 space-y-4 border-l border-line pl-5">
      {items.map(({ when, what }) => (
        <li key={when} className="relative">
          <span
            aria-hidden="true"
            className="absolute top-1.5 -left-[1.5625rem] size-2.5 rounded-full border-2 border-surface bg-accent"
          />
          <p className="text-sm font-semibold">{when}</p>
          <p className="text-sm text-soft">{what}</p>
        </li>
      ))}
    </ol>
  )
}
