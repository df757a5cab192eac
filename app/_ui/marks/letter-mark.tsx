/** The initial of a name on a square, in a tint that the name gives: a neutral mark, nobody's logo. */
export function LetterMark({ name }: { name: string }) {
  const colour = `oklch(0.62 0.15 ${hueOf(name)})`
  return (
    <svg viewBox="0 0 40 40" aria-hidden="true" className="size-10">
      <rect width="40" height="40" rx="10" fill={`color-mix(in oklab, ${colour} 20%, var(--color-surface))`} />
      <text
        x="20"
        y="20"
        dy="0.36em"
        textAnchor="middle"
        className="text-lg font-semibold"
        fill={`color-mix(in oklab, ${colour} 45%, var(--color-ink))`}
      >
        {initialOf(name)}
      </text>
    </svg>
  )
}

function initialOf(name: string): string {
  return (/[\p{Letter}\p{Number}]/u.exec(name)?.[0] ?? '').toUpperCase()
}

/** An angle of the colour wheel, always the same for the same name. */
function hueOf(name: string): number {
  return new TextEncoder().encode(name).reduce((hue, byte) => (hue * 31 + byte) % 360, 0)
}
