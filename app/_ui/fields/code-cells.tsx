const CELL = 'flex items-center justify-center rounded-md border bg-surface font-mono text-ink shadow-control'
/** Two groups of three, or three groups of four, which are narrower. */
const LOOKS = {
  6: {
    grid: 'grid-cols-[1fr_1fr_1fr_0.25rem_1fr_1fr_1fr] gap-1.5 sm:gap-2',
    cell: 'h-14 text-2xl font-medium',
    starts: { 3: 'col-start-5' },
  },
  12: {
    grid: 'grid-cols-[repeat(4,1fr)_0.25rem_repeat(4,1fr)_0.25rem_repeat(4,1fr)] gap-0.5 sm:gap-1',
    cell: 'h-12 text-lg',
    starts: { 4: 'col-start-6', 8: 'col-start-11' },
  },
} as const

/** The boxes behind a code input: what was typed, and where the next digit goes. */
export function CodeCells({
  value,
  length,
  focused,
  faulty,
}: {
  value: string
  length: 6 | 12
  focused: boolean
  faulty: boolean
}) {
  const next = Math.min(value.length, length - 1)
  const edge = faulty ? 'border-danger' : 'border-edge'
  const { grid, cell, ...look } = LOOKS[length]
  const starts: Record<number, string> = look.starts
  return (
    <div aria-hidden="true" className={`grid ${grid}`}>
      {Array.from({ length }, (_, at) => (
        <span
          key={at}
          className={`${CELL} ${cell} ${focused && at === next ? 'border-accent outline-2 outline-accent' : edge} ${starts[at] ?? ''}`}
        >
          {value[at] ?? (focused && at === next ? <span className="h-6 w-px animate-pulse bg-ink" /> : '')}
        </span>
      ))}
    </div>
  )
}
