import type { ReactNode } from 'react'
import { Check, X } from '#app/_ui/icons.ts'

const KEPT = [
  'Your e-mail address',
  'The public half of each passkey, and the name you gave it',
  'When, and from which browser and network address, your account was used. You can read all of it.',
]

const NEVER = ['Your fingerprint or your face', 'The private half of any passkey', 'A password, unless you choose to set one as a fallback', 'Trackers: no page here asks another site for anything']

/** An honest list of what the server holds about a person, and what it never gets. */
export function WhatWeKeep() {
  return (
    <section aria-labelledby="kept" className="border-t border-line py-14 sm:py-20">
      <h2 id="kept" className="text-2xl">
        What this server knows about you
      </h2>
      <div className="mt-8 grid gap-8 md:grid-cols-2 md:gap-10">
        <List title="It keeps" items={KEPT} icon={<Check aria-hidden="true" className="mt-1 size-4.5 shrink-0 text-link" strokeWidth={2.25} />} />
        <List title="It never gets" items={NEVER} icon={<X aria-hidden="true" className="mt-1 size-4.5 shrink-0 text-soft" strokeWidth={2.25} />} />
      </div>
    </section>
  )
}

function List({ title, items, icon }: { title: string; items: string[]; icon: ReactNode }) {
  return (
    <div>
      <h3 className="text-lg">{title}</h3>
      <ul className="mt-3 space-y-2.5">
        {items.map((item) => (
          <li key={item} className="flex gap-3 text-soft">
            {icon}
            {item}
          </li>
        ))}
      </ul>
    </div>
  )
}
