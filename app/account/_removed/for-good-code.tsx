'use client'

import { answer, api } from '#app/_ui/api/api.ts'
import { isOver } from '#app/_ui/api/is-over.ts'
import { useConfirmed } from '#app/_ui/confirmation/confirmation.tsx'
import { bold } from '#app/_ui/language/bold.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { MailedCode } from '#app/_ui/mailbox/mailed-code.tsx'
import type { SentCode } from '#app/_ui/mailbox/sent-code.ts'
import type { Address } from '#app/account/_removed/for-good-dialog.tsx'

type Props = SentCode & {
  id: string
  to: Address
  keepsLetters: boolean
  resend: () => Promise<void>
  onDone: () => void
  onBack: (notice?: string) => void
}

/** Takes the code from the mailbox and removes the way in for good. */
export function ForGoodCode({ id, to, keepsLetters, resend, onDone, onBack, ...sent }: Props) {
  const say = useWords('removed')
  const confirmed = useConfirmed()

  async function check(code: string) {
    const json = { ceremony: sent.ceremony, code }
    try {
      await confirmed(() => answer(api.removed[':id']['for-good'].$post({ param: { id }, json })))
      onDone()
    } catch (thrown) {
      if (!isOver(thrown)) throw thrown
      onBack(say('forGood.over'))
    }
  }

  return (
    <MailedCode
      {...sent}
      words={{
        sentTo: say.rich('forGood.sentTo', { address: to.address, digits: sent.digits, b: bold }),
        code: say('forGood.code'),
        submit: say('forGood.confirm'),
      }}
      keepsLetters={keepsLetters}
      beside={{ say: say('forGood.back'), onPress: () => onBack() }}
      check={check}
      resend={resend}
    />
  )
}
