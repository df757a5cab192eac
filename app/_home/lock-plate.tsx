const RINGS = [0, 1, 2, 3, 4]

/** A lock plate with its key, or with the operator's mark: decoration. */
export function LockPlate({ mark }: { mark: string | undefined }) {
  return (
    <svg viewBox="0 0 440 440" aria-hidden="true" className="mx-auto w-full max-w-md">
      <defs>
        <linearGradient id="plate" x1="0" y1="0" x2="0.6" y2="1">
          <stop offset="0" className="[stop-color:var(--color-raised)]" />
          <stop offset="1" className="[stop-color:var(--color-accent-tint)]" />
        </linearGradient>
      </defs>
      {RINGS.map((ring) => (
        <rect
          key={ring}
          x={96 - ring * 24}
          y={96 - ring * 24}
          width={248 + ring * 48}
          height={248 + ring * 48}
          rx={66 + ring * 21}
          fill="none"
          strokeWidth="1.25"
          className="stroke-accent"
          opacity={0.34 - ring * 0.07}
        />
      ))}
      <rect
        x="112"
        y="112"
        width="216"
        height="216"
        rx="58"
        fill="url(#plate)"
        className="stroke-line"
        strokeWidth="1.5"
      />
      {mark === undefined ? <Key /> : <image href={mark} x="160" y="160" width="120" height="120" />}
    </svg>
  )
}

/** The key of the product's own mark. */
function Key() {
  return (
    <>
      <g fill="none" strokeWidth="21" strokeLinecap="round" strokeLinejoin="round" className="stroke-accent">
        <circle cx="193" cy="180" r="28" />
        <path d="M193 208V281H256M193 246H226" />
      </g>
      <circle cx="193" cy="180" r="8" className="fill-brass" />
    </>
  )
}
