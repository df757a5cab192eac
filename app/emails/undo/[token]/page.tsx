import type { Metadata } from 'next'
import { Door } from '#app/_ui/door.tsx'
import { NoScript } from '#app/_ui/no-script.tsx'
import { productName } from '#app/_web/product.ts'
import { UndoChange } from '#app/emails/undo/undo-change.tsx'

export const metadata: Metadata = { title: 'Undo a change of addresses', robots: { index: false, follow: false } }

type Props = { params: Promise<{ token: string }> }

/** Where the link in a letter about changed addresses leads. Opening it changes nothing. */
export default async function UndoChangePage({ params }: Props) {
  const { token } = await params
  return (
    <Door name={productName()}>
      <UndoChange token={token} />
      <NoScript />
    </Door>
  )
}
