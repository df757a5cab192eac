'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { InviteForm } from '#app/admin/invitations/invite-form.tsx'
import { type Made, MadeInvitation } from '#app/admin/invitations/made-invitation.tsx'
import { Button } from '#app/_ui/controls/button.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { Plus } from '#app/_ui/marks/icons.ts'
import { Dialog } from '#app/_ui/overlays/dialog.tsx'

type Step = { at: 'closed' } | { at: 'form' } | { at: 'made'; made: Made }

/** Makes an invitation, and shows its link once. */
export function Invite() {
  const say = useWords('adminSignUp')
  const router = useRouter()
  const [step, setStep] = useState<Step>({ at: 'closed' })

  function close() {
    if (step.at === 'made') router.refresh()
    setStep({ at: 'closed' })
  }

  return (
    <>
      <Button look="primary" onClick={() => setStep({ at: 'form' })}>
        <Plus aria-hidden="true" className="size-5" />
        {say('invitations.invite')}
      </Button>
      <Dialog
        title={say(step.at === 'made' ? 'invitations.made.title' : 'invitations.invite')}
        open={step.at !== 'closed'}
        onClose={close}
      >
        {step.at === 'form' && <InviteForm onMade={(made) => setStep({ at: 'made', made })} onClose={close} />}
        {step.at === 'made' && <MadeInvitation made={step.made} onClose={close} />}
      </Dialog>
    </>
  )
}
