'use client'

import type { ComponentProps } from 'react'
import { useWords } from '#app/_ui/language/words.tsx'
import { MailedCode } from '#app/_ui/mailbox/mailed-code.tsx'

type Props = Omit<ComponentProps<typeof MailedCode>, 'words' | 'beside'> & {
  words: { title: string; sentTo: ComponentProps<typeof MailedCode>['words']['sentTo']; code: string }
}

/** The step that asks for the code that was mailed, in the tab that asked for it. */
export function CodeStep({ words, ...rest }: Props) {
  const general = useWords('components')
  return (
    <>
      <h1 className="text-2xl">{words.title}</h1>
      <MailedCode {...rest} words={{ ...words, submit: general('continue') }} />
    </>
  )
}
