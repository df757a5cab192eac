import type { Metadata } from 'next'
import { Door } from '#app/_ui/door.tsx'
import { NoScript } from '#app/_ui/no-script.tsx'
import { productName } from '#app/_web/product.ts'
import { Words, words } from '#app/_web/words.tsx'
import { CancelRecovery } from '#app/recover/cancel/cancel-recovery.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words('links'))('cancel.page') }
}

type Props = { params: Promise<{ token: string }> }

/** Where the link in a recovery's letters leads. Opening it changes nothing. */
export default async function CancelRecoveryPage({ params }: Props) {
  const { token } = await params
  return (
    <Door name={productName()}>
      <Words of={['links']}>
        <CancelRecovery token={token} />
      </Words>
      <NoScript />
    </Door>
  )
}
