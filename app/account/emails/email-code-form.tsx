'use client'

import { answer, api } from '#app/_ui/api/api.ts'
import { isOver } from '#app/_ui/api/is-over.ts'
import { useConfirmed } from '#app/_ui/confirmation/confirmation.tsx'
import { bold } from '#app/_ui/language/bold.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { MailedCode } from '#app/_ui/mailbox/mailed-code.tsx'
import type { SentCode } from '#app/_ui/mailbox/sent-code.ts'

type Props = SentCode & {
  email: string
  keepsLetters: boolean
  resend: () => Promise<void>
  onAdded: () => void
  onBack: (notice?: string) => void
}

/** Takes the code from the new address’s mailbox and adds the address. */
export function EmailCodeForm({ email, keepsLetters, resend, onAdded, onBack, ...sent }: Props) {
  const say = useWords('emails')
  const confirmed = useConfirmed()

  async function check(code: string) {
    try {
      await confirmed(() => answer(api.emails.code.$post({ json: { ceremony: sent.ceremony, code } })))
      onAdded()
    } catch (thrown) {
      if (!isOver(thrown)) throw thrown
      onBack(say('add.over'))
    }
  }

  return (
    <MailedCode
      {...sent}
      words={{
        sentTo: say.rich(sent.sentAt === undefined ? 'add.sentTo' : 'add.sentLater', { email, b: bold }),
        code: say('add.code'),
        submit: say('add.confirm'),
      }}
      keepsLetters={keepsLetters}
      beside={{ say: say('add.back'), onPress: () => onBack() }}
      check={check}
      resend={resend}
    />
  )
}
