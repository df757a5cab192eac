import { lazy, Suspense } from 'react'
import { Button } from '#app/_ui/controls/button.tsx'
import { TextLink } from '#app/_ui/controls/text-link.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { LastUsed, useLastUsed } from '#app/sign-in/last-used.tsx'

const load = () => import('#app/sign-in/other-ways.tsx')
const OtherWays = lazy(() => load().then((file) => ({ default: file.OtherWays })))

type Props = { password: string; shown: boolean; onShow: () => void }

/** What can be done without the passkey: one line, or all of it once somebody asked. */
export function WaysBeside({ password, shown, onShow }: Props) {
  const say = useWords('signIn')
  const lastUsed = useLastUsed('password')
  if (shown)
    return (
      <Suspense>
        <OtherWays password={password} />
      </Suspense>
    )
  return (
    <div className="flex flex-wrap items-center justify-center gap-x-5 gap-y-1 pb-2 text-sm">
      <TextLink href="/recover">{say('cannot')}</TextLink>
      <span className="relative">
        <Button
          look="quiet"
          size="small"
          onPointerEnter={() => void load()}
          onClick={onShow}
          aria-describedby={lastUsed ? 'last-used' : undefined}
        >
          {say('otherWays')}
        </Button>
        {lastUsed && <LastUsed id="last-used" className="absolute -bottom-4.5 left-1/2 -translate-x-1/2" />}
      </span>
    </div>
  )
}
