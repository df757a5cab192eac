import type { Metadata } from 'next'
import { PublicPage } from '#app/_web/public-page.tsx'
import { Words, words } from '#app/_web/words.tsx'
import { isCancelLinkLive } from '#app/_web/cancel-link.ts'
import { CancelByLink } from '#app/recover/cancel/cancel-by-link.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words('links'))('cancel.page') }
}

type Props = { params: Promise<{ token: string }> }

/** Where the link in a recovery's letters leads. Opening it changes nothing. */
export default async function CancelRecoveryPage({ params }: Props) {
  const { token } = await params
  return (
    <PublicPage>
      <Words of={['links']}>
        <CancelByLink token={token} live={await isCancelLinkLive(token)} />
      </Words>
    </PublicPage>
  )
}
