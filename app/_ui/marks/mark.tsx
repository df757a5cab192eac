/** The product's mark: the operator's own, else ours, a key that is also the letter L, on its plate. */
export function Mark({ src, className = 'size-8' }: { src?: string; className?: string }) {
  if (src !== undefined)
    return <img src={src} alt="" width={32} height={32} className={`shrink-0 object-contain ${className}`} />
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={`shrink-0 ${className}`}>
      <rect width="32" height="32" rx="8.5" className="fill-accent" />
      <g fill="none" strokeWidth="3" strokeLinecap="round" strokeLinejoin="round" className="stroke-on-accent">
        <circle cx="12" cy="10.2" r="4.2" />
        <path d="M12 14.4V25.4H21.5M12 20H17" />
      </g>
    </svg>
  )
}
