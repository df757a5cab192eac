import { type ReactNode, useId } from 'react'

/** The states of one component, under its name. */
export function Section({ title, about, children }: { title: string; about?: string; children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="border-t border-line pt-6">
      <h2 id={id} className="text-xl">
        {title}
      </h2>
      {about && <p className="mt-1 max-w-2xl text-sm text-soft">{about}</p>}
      <div className="mt-5 grid items-start gap-x-8 gap-y-7 sm:grid-cols-2">{children}</div>
    </section>
  )
}

/** One state, with its name above it. */
export function State({ name, wide = false, children }: { name: string; wide?: boolean; children: ReactNode }) {
  return (
    <div className={`min-w-0 ${wide ? 'sm:col-span-2' : ''}`}>
      <p className="mb-2 text-xs text-soft">{name}</p>
      {children}
    </div>
  )
}
