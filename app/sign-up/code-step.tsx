'use client'

import { answer, api } from '#app/_ui/api/api.ts'
import { isOver } from '#app/_ui/api/is-over.ts'
import { bold } from '#app/_ui/language/bold.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { CodeStep as MailedCodeStep } from '#app/_ui/mailbox/code-step.tsx'
import type { SentCode } from '#app/_ui/mailbox/sent-code.ts'
import type { Go } from '#app/sign-up/progress.ts'

type Props = SentCode & { email: string; invitation?: string | undefined; keepsLetters: boolean; go: Go }

/** Proves the mailbox with the code that was sent to it. */
export function CodeStep({ email, invitation, keepsLetters, go, ...sent }: Props) {
  const say = useWords('signUp')

  async function check(code: string) {
    try {
      const begun = await answer(api['sign-up'].code.$post({ json: { ceremony: sent.ceremony, code } }))
      go({ step: 'passkey', email, ...begun })
    } catch (thrown) {
      if (!isOver(thrown)) throw thrown
      go({ step: 'address', email, notice: say('codeOver') })
    }
  }

  async function resend() {
    const begun = await answer(api['sign-up'].$post({ json: { email, invitation } }))
    go({ step: 'code', email, invitation, ...begun })
  }

  return (
    <MailedCodeStep
      words={{
        title: say('checkMail'),
        sentTo: say.rich(sent.sentAt === undefined ? 'sentTo' : 'sentLater', { email, b: bold }),
        code: say('code'),
      }}
      {...sent}
      keepsLetters={keepsLetters}
      check={check}
      resend={resend}
      onOtherAddress={() => go({ step: 'address', email })}
    />
  )
}
