type Props = { done: number; of: number; complete: boolean }

const GAP = 4

/** How much of something is done, as a ring of parts around the key. When all is, the ring closes and the key turns once. */
export function ProgressRing({ done, of, complete }: Props) {
  const part = 100 / of
  return (
    <svg viewBox="0 0 72 72" aria-hidden="true" className={`size-16 shrink-0 ${complete ? 'moment-in' : ''}`}>
      <g fill="none" strokeWidth="5" strokeLinecap="round" transform="rotate(-90 36 36)">
        {complete ? (
          <circle cx="36" cy="36" r="32" pathLength="100" className="moment-ring stroke-accent" />
        ) : (
          Array.from({ length: of }, (_, at) => (
            <circle
              key={at}
              cx="36"
              cy="36"
              r="32"
              pathLength="100"
              strokeDasharray={`${part - 2 * GAP} ${100 - part + 2 * GAP}`}
              strokeDashoffset={-(at * part + GAP)}
              className={at < done ? 'stroke-accent' : 'stroke-edge/35'}
            />
          ))
        )}
      </g>
      <g
        fill="none"
        strokeWidth="4"
        strokeLinecap="round"
        strokeLinejoin="round"
        className={`${complete ? 'moment-key' : ''} stroke-accent`}
      >
        <circle cx="31.5" cy="27" r="7" />
        <path d="M31.5 34V52H45M31.5 43.5H39" />
      </g>
      <circle cx="31.5" cy="27" r="2.25" className={complete ? 'moment-spark fill-brass' : 'hidden'} />
    </svg>
  )
}
