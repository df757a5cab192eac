/** `in`: the key turns and the ring closes. `out`: it turns back, and the ring opens. */
type Kind = 'in' | 'out'

/** The key of the mark at a turning point: decoration that shows what the words beside it say. */
export function Moment({ kind, className = 'mb-5' }: { kind: Kind; className?: string }) {
  return (
    <svg viewBox="0 0 72 72" aria-hidden="true" className={`moment-${kind} size-18 shrink-0 ${className}`}>
      <circle cx="36" cy="36" r="34" className="fill-accent-tint" />
      <circle
        cx="36"
        cy="36"
        r="34"
        fill="none"
        strokeWidth="2.5"
        strokeLinecap="round"
        pathLength="100"
        transform="rotate(-90 36 36)"
        className="moment-ring stroke-accent"
      />
      <g fill="none" strokeWidth="4" strokeLinecap="round" strokeLinejoin="round" className="moment-key stroke-accent">
        <circle cx="31.5" cy="27" r="7" />
        <path d="M31.5 34V52H45M31.5 43.5H39" />
      </g>
      <circle cx="31.5" cy="27" r="2.25" className="moment-spark fill-brass" />
    </svg>
  )
}
