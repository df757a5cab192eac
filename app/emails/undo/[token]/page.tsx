import type { Metadata } from 'next'
import { PublicPage } from '#app/_web/public-page.tsx'
import { Words, words } from '#app/_web/words.tsx'
import { UndoChange } from '#app/emails/undo/undo-change.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words('links'))('undo.page') }
}

type Props = { params: Promise<{ token: string }> }

/** Where the link in a letter about changed addresses leads. Opening it changes nothing. */
export default async function UndoChangePage({ params }: Props) {
  const { token } = await params
  return (
    <PublicPage>
      <Words of={['links']}>
        <UndoChange token={token} />
      </Words>
    </PublicPage>
  )
}
