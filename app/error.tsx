'use client'

import { Button } from '#app/_ui/controls/button.tsx'
import { ErrorCard } from '#app/_ui/messages/error-card.tsx'
import { useWords } from '#app/_ui/language/words.tsx'

type Props = { error: Error & { digest?: string }; retry: () => void }

/** What a page shows that could not be made. The cause is in the server's log, under the reference. */
export default function ErrorPage({ error, retry }: Props) {
  const say = useWords('trouble')
  return (
    <main id="main" className="flex min-h-[70dvh] items-center justify-center px-4 py-10">
      <ErrorCard reference={error.digest}>
        <Button look="primary" onClick={retry} className="mt-6 w-full">
          {say('again')}
        </Button>
      </ErrorCard>
    </main>
  )
}
