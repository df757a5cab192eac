'use client'

import { useState } from 'react'
import { RehearsalPart } from '#app/account/rehearse/rehearsal-part.tsx'
import { Button } from '#app/_ui/controls/button.tsx'
import { TextLink } from '#app/_ui/controls/text-link.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { Smartphone } from '#app/_ui/marks/icons.ts'

/** Has the person look for the authenticator app. Its codes are not asked for: a code that is tried is used. */
export function RehearseApp({ has, product }: { has: boolean; product: string }) {
  const say = useWords('rehearsal')
  const [there, setThere] = useState(false)
  return (
    <RehearsalPart icon={Smartphone} title={say('app.title')} done={there ? say('app.done') : undefined}>
      {!there && <p className="mb-4 text-soft">{has ? say('app.about', { product }) : say('app.none')}</p>}
      {!there && has && <Button onClick={() => setThere(true)}>{say('app.yes')}</Button>}
      {!has && <TextLink href="/account/fallbacks">{say('app.setUp')}</TextLink>}
    </RehearsalPart>
  )
}
