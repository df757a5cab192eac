const CELL =
  'flex h-14 items-center justify-center rounded-md border bg-surface font-mono text-2xl font-medium text-ink shadow-control'

/** The boxes behind a code input: what was typed, and where the next digit goes. */
export function CodeCells({
  value,
  length,
  focused,
  faulty,
}: {
  value: string
  length: number
  focused: boolean
  faulty: boolean
}) {
  const next = Math.min(value.length, length - 1)
  const edge = faulty ? 'border-danger' : 'border-edge'
  return (
    <div aria-hidden="true" className="grid grid-cols-[1fr_1fr_1fr_0.25rem_1fr_1fr_1fr] gap-1.5 sm:gap-2">
      {Array.from({ length }, (_, at) => (
        <span
          key={at}
          className={`${CELL} ${focused && at === next ? 'border-accent outline-2 outline-accent' : edge} ${at === length / 2 ? 'col-start-5' : ''}`}
        >
          {value[at] ?? (focused && at === next ? <span className="h-6 w-px animate-pulse bg-ink" /> : '')}
        </span>
      ))}
    </div>
  )
}
