import type { ReactNode } from 'react'

/** Says that something went wrong on our side, with the reference to find it by. */
export function ErrorCard({ reference, children }: { reference: string | undefined; children: ReactNode }) {
  return (
    <div className="w-full max-w-[26.5rem] rounded-xl border border-line bg-surface p-6 shadow-card sm:p-8">
      <h1 className="text-2xl">Something went wrong</h1>
      <p className="mt-2 text-soft">This is our fault, not yours. Nothing was changed by it. Please try again in a moment.</p>
      {reference && (
        <p className="mt-3 text-sm text-soft">
          Reference for the operator: <code className="font-mono text-ink">{reference}</code>
        </p>
      )}
      {children}
    </div>
  )
}
