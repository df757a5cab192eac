'use client'

import { useState } from 'react'
import { AppCodeForm } from '#app/account/fallbacks/app-code-form.tsx'
import { AppSecret } from '#app/account/fallbacks/app-secret.tsx'
import { answer, api } from '#app/_ui/api/api.ts'
import { Notice } from '#app/_ui/messages/notice.tsx'
import { Button } from '#app/_ui/controls/button.tsx'
import { useConfirmed } from '#app/_ui/confirmation/confirmation.tsx'
import { Dialog } from '#app/_ui/overlays/dialog.tsx'
import { DialogActions } from '#app/_ui/overlays/dialog-actions.tsx'
import { isOver } from '#app/_ui/api/is-over.ts'
import { useDone } from '#app/_ui/messages/use-done.ts'
import { useWords } from '#app/_ui/language/words.tsx'

/** A secret on offer. Nothing is kept of it before its first code. */
export type AppOffer = { ceremony: string; secret: string; uri: string; qr: string }

type Props = { offer: AppOffer | undefined; replaces: boolean; onOffer: (offer: AppOffer) => void; onClose: () => void }

/** Sets up an authenticator app, or replaces the one there is: first the secret goes into the app, then the app proves it. */
export function SetUpAppDialog({ offer, replaces, onOffer, onClose }: Props) {
  const say = useWords('fallbacks')
  const general = useWords('components')
  const done = useDone()
  const confirmed = useConfirmed()
  const [step, setStep] = useState<'show' | 'show anew' | 'check'>('show')

  function close() {
    setStep('show')
    onClose()
  }

  async function check(ceremony: string, code: string) {
    try {
      await confirmed(() => answer(api.totp.confirm.$post({ json: { ceremony, code } })))
    } catch (thrown) {
      if (!isOver(thrown)) throw thrown
      onOffer(await confirmed(() => answer(api.totp.$post())))
      return setStep('show anew')
    }
    close()
    done(say('setUpApp.done'))
  }

  return (
    <Dialog
      title={say(replaces ? 'setUpApp.replaceTitle' : 'setUpApp.title')}
      open={offer !== undefined}
      onClose={close}
    >
      <Notice className="mb-4">{step === 'show anew' ? say('setUpApp.anew') : undefined}</Notice>
      {offer && step === 'check' && (
        <AppCodeForm
          replaces={replaces}
          onBack={() => setStep('show')}
          onCode={(code) => check(offer.ceremony, code)}
        />
      )}
      {offer && step !== 'check' && (
        <>
          {replaces && <p className="mb-4 text-soft">{say('setUpApp.replaces')}</p>}
          <AppSecret {...offer} />
          <DialogActions>
            <Button onClick={close}>{general('cancel')}</Button>
            <Button look="primary" onClick={() => setStep('check')}>
              {say('next')}
            </Button>
          </DialogActions>
        </>
      )}
    </Dialog>
  )
}
