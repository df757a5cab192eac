import type { Metadata } from 'next'
import { FallbackCards } from '#app/account/fallbacks/fallback-cards.tsx'
import { PageHeading } from '#app/_ui/page-heading.tsx'
import { ownFallbacks } from '#app/_web/fallbacks.ts'

export const metadata: Metadata = { title: 'Ways back in' }

/** What lets a person in when no passkey is at hand: the authenticator app, backup codes, a password. */
export default async function FallbacksPage() {
  const fallbacks = await ownFallbacks('/account/fallbacks')
  return (
    <>
      <PageHeading title="Ways back in">
        For the day no passkey is at hand. A code also needs your mailbox or your password beside it, so none of these opens your account alone.
      </PageHeading>
      <FallbackCards {...fallbacks} />
    </>
  )
}
