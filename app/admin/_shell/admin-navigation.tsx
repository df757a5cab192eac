'use client'

import { PLACES } from '#app/admin/_shell/places.ts'
import { useWords } from '#app/_ui/language/words.tsx'
import { Navigation } from '#app/_ui/shell/navigation.tsx'
import type { Permission } from '#app/_web/admin.ts'

/** The pages of administration that somebody with these permissions can open. */
export function AdminNavigation({ permissions }: { permissions: readonly Permission[] }) {
  const say = useWords('admin')
  const places = PLACES.filter(({ permission }) => permissions.includes(permission))
  return (
    <Navigation
      label={say('navigation')}
      places={places.map(({ href, also, name, icon }) => ({ href, also, icon, title: say(`pages.${name}`) }))}
    />
  )
}
