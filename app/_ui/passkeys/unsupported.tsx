import { Banner } from '#app/_ui/messages/banner.tsx'
import { useWords } from '#app/_ui/language/words.tsx'

/** Says why there is no passkey button here, and what to do instead. */
export function Unsupported({ secure }: { secure: boolean }) {
  const say = useWords('components')
  if (!secure) {
    return (
      <Banner tone="warn" title={say('notSecure')}>
        {say('notSecureHint')}
      </Banner>
    )
  }
  return (
    <Banner tone="warn" title={say('noPasskeys')}>
      {say('noPasskeysHint')}
    </Banner>
  )
}
