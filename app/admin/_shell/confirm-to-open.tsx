'use client'

import { useRouter } from 'next/navigation'
import { ConfirmationWays } from '#app/_ui/confirmation/confirmation-ways.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { Card } from '#app/_ui/lists/card.tsx'

/** Takes the confirmation that opens administration for another hour. */
export function ConfirmToOpen() {
  const say = useWords('admin')
  const router = useRouter()
  return (
    <Card className="max-w-xl p-5">
      <ConfirmationWays
        touch={{}}
        why={say('closed.confirmation.how')}
        onDone={() => router.refresh()}
        onClose={() => router.push('/account')}
      />
    </Card>
  )
}
