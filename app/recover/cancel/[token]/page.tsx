import type { Metadata } from 'next'
import { FrontDoor } from '#app/_web/front-door.tsx'
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
    <FrontDoor>
      <Words of={['links']}>
        <CancelRecovery token={token} />
      </Words>
    </FrontDoor>
  )
}
