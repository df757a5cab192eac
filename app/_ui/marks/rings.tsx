const RINGS = [
  '-inset-18 rounded-[4.5rem] opacity-20',
  '-inset-34 rounded-[7rem] opacity-15',
  '-inset-50 rounded-[9.5rem] opacity-12',
  '-inset-66 rounded-[12rem] opacity-9',
  '-inset-82 rounded-[14.5rem] opacity-6',
  '-inset-98 rounded-[17rem] opacity-4',
]

/** The outline of a lock plate, going out in rings around a card: decoration. Phones have no room for it. */
export function Rings() {
  return (
    <div aria-hidden="true" className="pointer-events-none absolute inset-0 -z-10 max-sm:hidden">
      {RINGS.map((ring) => (
        <div key={ring} className={`absolute border border-accent ${ring}`} />
      ))}
    </div>
  )
}
