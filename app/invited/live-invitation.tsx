'use client'

import type { ReactNode } from 'react'
import { useWords } from '#app/_ui/language/words.tsx'
import { LocalTime } from '#app/_ui/time/local-time.tsx'
import { SignUpFlow } from '#app/sign-up/sign-up-flow.tsx'

type Invitation = { token: string; by: 'admin' | 'operator'; admin?: string; email?: string; expiresAt: number }
type Props = {
  product: string
  invitation: Invitation
  next: string
  signIn: string
  keepsLetters: boolean
  agreement: ReactNode
}

/** Says who invites the reader to what, and signs them up. */
export function LiveInvitation({ product, invitation, ...flow }: Props) {
  const say = useWords('invited')
  const { token, by, admin = '', email, expiresAt } = invitation
  const who = by === 'operator' ? 'operator' : admin === '' ? 'admin' : 'named'
  return (
    <SignUpFlow
      {...flow}
      invited={{
        token,
        email,
        title: say('title'),
        intro: (
          <>
            <p>{say('who', { by: who, admin, product })}</p>
            <p>{say.rich('until', { time: () => <LocalTime at={expiresAt} /> })}</p>
          </>
        ),
      }}
    />
  )
}
