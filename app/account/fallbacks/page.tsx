import type { Metadata } from 'next'
import { RemovedWays } from '#app/account/_removed/removed-ways.tsx'
import { FallbackCards } from '#app/account/fallbacks/fallback-cards.tsx'
import { PageHeading } from '#app/_ui/layout/page-heading.tsx'
import { requireActor } from '#app/_web/actor.ts'
import { ownFallbacks, ownYoungWays } from '#app/_web/own.ts'
import { Words, words } from '#app/_web/words.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words('fallbacks'))('title') }
}

/** What lets a person in when no passkey is at hand: the authenticator app, backup codes, a password. */
export default async function FallbacksPage() {
  const [say, { email }, fallbacks, young] = await Promise.all([
    words('fallbacks'),
    requireActor(),
    ownFallbacks(),
    ownYoungWays(),
  ])
  const settlesAt = (kind: 'totp' | 'backup_code') => young.find((way) => way.kind === kind)?.settlesAt
  return (
    <Words of={['codes', 'fallbacks', 'removed']}>
      <PageHeading title={say('title')}>{say('about')}</PageHeading>
      <FallbackCards
        email={email}
        {...fallbacks}
        settlesAt={{ app: settlesAt('totp'), codes: settlesAt('backup_code') }}
      />
      <RemovedWays kinds={['totp', 'backup_codes', 'password']} />
    </Words>
  )
}
