'use client'

import { Button } from '#app/_ui/controls/button.tsx'
import { TextLink } from '#app/_ui/controls/text-link.tsx'
import { useWords } from '#app/_ui/language/words.tsx'

/** The ways out: for whoever found their passkey after all, and from an address that is not the right one. */
export function FoundIt({ onOther }: { onOther: (() => void) | undefined }) {
  const say = useWords('recover')
  const general = useWords('components')
  return (
    <>
      {say.rich('found', { link: (text) => <TextLink href="/sign-in">{text}</TextLink> })}
      {onOther && (
        <div className="mt-2">
          <Button look="quiet" size="small" onClick={onOther}>
            {general('otherAddress')}
          </Button>
        </div>
      )}
    </>
  )
}
