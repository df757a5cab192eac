import type { ReactNode } from 'react'
import { NoScript } from '#app/_ui/messages/no-script.tsx'
import { Rings } from '#app/_ui/marks/rings.tsx'
import { type Product, Wordmark } from '#app/_ui/marks/wordmark.tsx'

type Props = { product: Product; children: ReactNode; below?: ReactNode; footer: ReactNode }

/** The frame of a page that needs no session: the name above, one card in the middle, a line below. */
export function PublicFrame({ product, children, below, footer }: Props) {
  return (
    <div className="lit isolate flex min-h-dvh flex-col items-center overflow-clip px-4 pt-8 sm:pt-[9dvh]">
      <header className="mb-7 max-w-full">
        <Wordmark {...product} />
      </header>
      <div className="relative w-full max-w-[26.5rem]">
        <Rings />
        <main
          id="main"
          tabIndex={-1}
          className="rounded-xl border border-line bg-surface p-6 shadow-card outline-none sm:p-8"
        >
          {children}
          <NoScript />
        </main>
      </div>
      {below && <aside className="mt-6 text-center text-sm text-soft">{below}</aside>}
      <div className="mt-auto pt-12 pb-6">{footer}</div>
    </div>
  )
}
