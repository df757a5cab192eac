import { Banner } from '#app/_ui/messages/banner.tsx'

/** What went wrong with an action, read out at once. Shows nothing while nothing did. */
export function Fault({ children }: { children: string | undefined }) {
  return (
    <div role="alert" className="not-empty:mb-4">
      {children && <Banner tone="danger">{children}</Banner>}
    </div>
  )
}
