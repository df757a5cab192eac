import { Button } from '#app/_ui/controls/button.tsx'
import { TextLink } from '#app/_ui/controls/text-link.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { OtherWays } from '#app/sign-in/other-ways.tsx'

type Props = { password: string; shown: boolean; onShow: () => void }

/** What can be done without the passkey: one line, or all of it once somebody asked. */
export function WaysBeside({ password, shown, onShow }: Props) {
  const say = useWords('signIn')
  if (shown) return <OtherWays password={password} />
  return (
    <div className="flex flex-wrap items-center justify-center gap-x-5 gap-y-1 text-sm">
      <TextLink href="/recover">{say('cannot')}</TextLink>
      <Button look="quiet" size="small" onClick={onShow}>
        {say('otherWays')}
      </Button>
    </div>
  )
}
