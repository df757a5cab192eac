'use client'

import { useRouter } from 'next/navigation'
import { ConfirmationWays } from '#app/_ui/confirmation/confirmation-ways.tsx'
import { Card } from '#app/_ui/lists/card.tsx'

/** Takes the confirmation that opens administration for another hour. */
export function ConfirmToOpen() {
  const router = useRouter()
  return (
    <Card className="max-w-xl p-5">
      <ConfirmationWays touch={{}} onDone={() => router.refresh()} onClose={() => router.push('/account')} />
    </Card>
  )
}
