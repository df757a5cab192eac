'use client'

import type { ReactNode } from 'react'
import { useWords } from '#app/_ui/language/words.tsx'

/** Says that something went wrong on our side, with the reference to find it by. */
export function ErrorCard({ reference, children }: { reference: string | undefined; children: ReactNode }) {
  const say = useWords('trouble')
  return (
    <div className="w-full max-w-[26.5rem] rounded-xl border border-line bg-surface p-6 shadow-card sm:p-8">
      <h1 className="text-2xl">{say('title')}</h1>
      <p className="mt-2 text-soft">{say('ours')}</p>
      {reference && (
        <p className="mt-3 text-sm text-soft">
          <span>{`${say('reference')} `}</span>
          <code className="font-mono text-ink">{reference}</code>
        </p>
      )}
      {children}
    </div>
  )
}
