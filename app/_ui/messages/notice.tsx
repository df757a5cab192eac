import { Banner } from '#app/_ui/messages/banner.tsx'

/** Why a step is shown again, read out when it appears. Shows nothing without a reason. */
export function Notice({ children, className = 'mb-5' }: { children: string | undefined; className?: string }) {
  if (children === undefined) return null
  return (
    <div role="status" className={className}>
      <Banner tone="warn">{children}</Banner>
    </div>
  )
}
