type Props = { initials: string; picture: string | undefined; className?: string }

/**
 * A person’s own picture, or else their initials. It is decoration: their name or address is always beside it. `className`
 * sets its size and that of the letters.
 */
export function Avatar({ initials, picture, className = 'size-9 text-sm' }: Props) {
  const shape = `shrink-0 rounded-full bg-accent-tint ${className}`
  if (picture !== undefined)
    return (
      <img
        key={picture}
        src={`/api/account/picture?v=${picture}`}
        alt=""
        width={256}
        height={256}
        className={`${shape} object-cover`}
      />
    )
  return (
    <span
      aria-hidden="true"
      className={`flex items-center justify-center overflow-hidden font-semibold whitespace-nowrap text-link select-none ${shape}`}
    >
      {initials}
    </span>
  )
}
