'use client'

import { answer, api } from '#app/_ui/api/api.ts'
import { isRefusal } from '#app/_ui/api/is-refusal.ts'
import { Problem } from '#app/_ui/api/problem.ts'
import { bold } from '#app/_ui/language/bold.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { CodeStep as MailedCodeStep } from '#app/_ui/mailbox/code-step.tsx'
import type { SentCode } from '#app/_ui/mailbox/sent-code.ts'
import { type Go, stepFor } from '#app/recover/progress.ts'
import { sendCode } from '#app/recover/send-code.ts'
import { useWithPass } from '#app/recover/use-with-pass.ts'

type Props = SentCode & { email: string; keepsLetters: boolean; go: Go }

/** Proves the mailbox with the code that was sent to it. */
export function CodeStep({ email, keepsLetters, go, ...sent }: Props) {
  const say = useWords('recover')
  const withPass = useWithPass(email, go)

  async function check(code: string) {
    const proven = await answer(api.recovery.code.$post({ json: { ceremony: sent.ceremony, code } })).catch(
      (thrown: unknown) => explainTries(thrown, say('codeTries')),
    )
    go(stepFor({ ...proven, email }))
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
      check={(code) => withPass(() => check(code))}
      resend={async () => go(await sendCode(email))}
      onOtherAddress={() => go({ step: 'address', email })}
    />
  )
}

/** The tries belong to the code: a new one can be tried at once. */
function explainTries(thrown: unknown, sentence: string): never {
  if (!isRefusal(thrown, 'too_many_attempts')) throw thrown
  const { code, status } = thrown
  throw new Problem({ code, status, sentence })
}
