'use client'

import { type ReactNode, useEffect, useState } from 'react'
import { answer, api } from '#app/_ui/api/api.ts'
import { isRefusal } from '#app/_ui/api/is-refusal.ts'
import { type Told, useSentenceOf } from '#app/_ui/api/use-sentence-of.ts'
import { useBrowserFact } from '#app/_ui/browser/use-browser-fact.ts'
import { useHiddenFragment } from '#app/_ui/browser/use-hidden-fragment.ts'
import { useWords } from '#app/_ui/language/words.tsx'
import { Fault } from '#app/_ui/messages/fault.tsx'
import { Status } from '#app/_ui/messages/status.tsx'
import { DeadInvitation } from '#app/invited/dead-invitation.tsx'
import { LiveInvitation } from '#app/invited/live-invitation.tsx'
import { MEMORY } from '#app/sign-up/progress.ts'
import { SignUpFlow } from '#app/sign-up/sign-up-flow.tsx'

type Props = { product: string; next: string; keepsLetters: boolean; agreement: ReactNode }
type Found = Awaited<ReturnType<typeof read>> | 'wrong' | Told

const SIGN_IN = '/sign-in'

/** Reads the invitation of the address, and leads into the ordinary sign-up with it, or says why it can’t. */
export function Invited({ product, ...flow }: Props) {
  const say = useWords('invited')
  const sentenceOf = useSentenceOf()
  const token = useHiddenFragment('/invited')
  // Phones drop a page while its owner reads mail in another app. The code step has all that it needs.
  const isUnderWay = useBrowserFact(() => MEMORY.kept()?.step === 'code', false)
  const [found, setFound] = useState<Found>()

  useEffect(() => {
    if (!token) return
    let isGone = false
    read(token).then(
      (invitation) => isGone || setFound(invitation),
      (thrown: unknown) => isGone || setFound(isRefusal(thrown, 'not_found') ? 'wrong' : sentenceOf(thrown)),
    )
    return () => {
      isGone = true
    }
  }, [token, sentenceOf])

  if (token === '' && isUnderWay) return <SignUpFlow {...flow} signIn={SIGN_IN} />
  if (token === '') return <DeadInvitation why="missing" />
  if (token === undefined || found === undefined) return <Status>{say('reading')}</Status>
  if (found === 'wrong') return <DeadInvitation why="wrong" />
  if (!('state' in found)) return <Fault>{found.fault}</Fault>
  if (found.state !== 'live') return <DeadInvitation why={found.state} />
  return <LiveInvitation {...flow} product={product} invitation={{ ...found, token }} signIn={SIGN_IN} />
}

function read(token: string) {
  return answer(api.invitations.read.$post({ json: { token } }))
}
