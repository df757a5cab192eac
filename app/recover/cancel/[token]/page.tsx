import type { Metadata } from 'next'
import { Door } from '#app/_ui/door.tsx'
import { NoScript } from '#app/_ui/no-script.tsx'
import { productName } from '#app/_web/product.ts'
import { CancelRecovery } from '#app/recover/cancel/cancel-recovery.tsx'

export const metadata: Metadata = { title: 'Stop a recovery', robots: { index: false, follow: false } }

type Props = { params: Promise<{ token: string }> }

/** Where the link in a recovery's letters leads. Opening it changes nothing. */
export default async function CancelRecoveryPage({ params }: Props) {
  const { token } = await params
  return (
    <Door name={productName()}>
      <CancelRecovery token={token} />
      <NoScript />
    </Door>
  )
}
