'use client'

import { History, House, IdCard, KeyRound, LifeBuoy, Mail, MonitorSmartphone } from '#app/_ui/marks/icons.ts'
import { useWords } from '#app/_ui/language/words.tsx'
import { Navigation } from '#app/_ui/shell/navigation.tsx'

const PLACES = [
  { href: '/account', name: 'overview', icon: House },
  { href: '/account/passkeys', name: 'passkeys', icon: KeyRound },
  { href: '/account/fallbacks', name: 'fallbacks', icon: LifeBuoy },
  { href: '/account/emails', name: 'emails', icon: Mail },
  { href: '/account/sessions', name: 'sessions', icon: MonitorSmartphone },
  { href: '/account/activity', name: 'activity', icon: History },
  { href: '/account/data', name: 'data', icon: IdCard },
] as const

/** The pages of the account. */
export function AccountNavigation() {
  const say = useWords('account')
  return (
    <Navigation
      label={say('navigation')}
      places={PLACES.map(({ href, name, icon }) => ({ href, icon, title: say(`pages.${name}`) }))}
    />
  )
}
