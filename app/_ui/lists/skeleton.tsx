/** Holds the place of something that is still being read. */
export function Skeleton({ className }: { className: string }) {
  return <div className={`animate-pulse rounded-md bg-sunken ${className}`} />
}
