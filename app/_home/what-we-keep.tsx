import type { ReactNode } from 'react'
import { Check, X } from '#app/_ui/marks/icons.ts'
import { words } from '#app/_web/words.tsx'

const KEPT = ['keptAddress', 'keptPasskeys', 'keptActivity', 'keptPassword'] as const
const NEVER = ['neverBody', 'neverPrivate', 'neverTrackers'] as const

/** An honest list of what the server holds about a person, and what it never gets. */
export async function WhatWeKeep() {
  const say = await words('home')
  return (
    <section aria-labelledby="kept" className="border-t border-line py-14 sm:py-20">
      <h2 id="kept" className="text-2xl">
        {say('knows')}
      </h2>
      <div className="mt-8 grid gap-8 md:grid-cols-2 md:gap-10">
        <List
          title={say('keeps')}
          items={KEPT.map((item) => say(item))}
          icon={<Check aria-hidden="true" className="mt-1 size-4.5 shrink-0 text-link" strokeWidth={2.25} />}
        />
        <List
          title={say('never')}
          items={NEVER.map((item) => say(item))}
          icon={<X aria-hidden="true" className="mt-1 size-4.5 shrink-0 text-soft" strokeWidth={2.25} />}
        />
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
            <span>{item}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
