'use client'

import { useState } from 'react'
import { useWords } from '#app/_ui/language/words.tsx'
import type { SentCode } from '#app/_ui/mailbox/sent-code.ts'
import { useDone } from '#app/_ui/messages/use-done.ts'
import { Dialog } from '#app/_ui/overlays/dialog.tsx'
import { ForGoodAddress } from '#app/account/_removed/for-good-address.tsx'
import { ForGoodCode } from '#app/account/_removed/for-good-code.tsx'

export type Address = { id: string; address: string }

type Props = {
  id: string
  name: string
  addresses: Address[]
  keepsLetters: boolean
  open: boolean
  onClose: () => void
}

/** Removes a way in for good: first a code is sent to an address, then it is typed. */
export function ForGoodDialog({ id, name, addresses, keepsLetters, open, onClose }: Props) {
  const say = useWords('removed')
  const done = useDone()
  const [sent, setSent] = useState<SentCode & { address: string }>()
  const [notice, setNotice] = useState<string>()

  function close() {
    setSent(undefined)
    setNotice(undefined)
    onClose()
  }

  return (
    <Dialog title={sent ? say('forGood.checkMailbox') : say('forGood.title', { name })} open={open} onClose={close}>
      {sent ? (
        <ForGoodCode
          id={id}
          {...sent}
          keepsLetters={keepsLetters}
          onBack={(why) => {
            setNotice(why)
            setSent(undefined)
          }}
          onDone={() => {
            close()
            done(say('forGood.done', { name }))
          }}
        />
      ) : (
        <ForGoodAddress id={id} addresses={addresses} notice={notice} onSent={setSent} onClose={close} />
      )}
    </Dialog>
  )
}
