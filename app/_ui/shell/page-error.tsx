'use client'

import { Button } from '#app/_ui/controls/button.tsx'
import { ErrorCard } from '#app/_ui/messages/error-card.tsx'
import { useWords } from '#app/_ui/language/words.tsx'

type Props = { error: Error & { digest?: string }; retry: () => void }

/** What a page shows that could not be made; the way to the others and out stays. */
export default function PageError({ error, retry }: Props) {
  const say = useWords('trouble')
  return (
    <ErrorCard reference={error.digest}>
      <Button look="primary" onClick={retry} className="mt-6 w-full">
        {say('again')}
      </Button>
    </ErrorCard>
  )
}
