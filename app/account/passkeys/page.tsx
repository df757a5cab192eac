import type { Metadata } from 'next'
import { RemovedWays } from '#app/account/_removed/removed-ways.tsx'
import { AddPasskey } from '#app/account/passkeys/add-passkey.tsx'
import { OpenedSessions } from '#app/account/passkeys/opened-sessions.tsx'
import { PasskeyFacts } from '#app/account/passkeys/passkey-facts.tsx'
import { PasskeyList } from '#app/account/passkeys/passkey-list.tsx'
import { PasskeyMark } from '#app/account/passkeys/passkey-mark.tsx'
import { SecondPasskeyHint } from '#app/account/passkeys/second-passkey-hint.tsx'
import { PageHeading } from '#app/_ui/layout/page-heading.tsx'
import { ownPasskeys, ownSessions, ownYoungWays } from '#app/_web/own.ts'
import { Words, words } from '#app/_web/words.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words('passkeys'))('title') }
}

/** Every passkey of the account: what it is, where it was used, where it is signed in, and what can be done with it. */
export default async function PasskeysPage() {
  const [say, passkeys, sessions, young] = await Promise.all([
    words('passkeys'),
    ownPasskeys(),
    ownSessions(),
    ownYoungWays(),
  ])
  return (
    <Words of={['passkeys', 'removed']}>
      <PageHeading title={say('title')}>{say('about')}</PageHeading>
      <AddPasskey passkeys={passkeys} />
      <PasskeyList
        listed={passkeys.map((passkey) => ({
          passkey,
          mark: <PasskeyMark passkey={passkey} />,
          facts: (
            <>
              <PasskeyFacts passkey={passkey} />
              <OpenedSessions
                name={passkey.name}
                sessions={sessions.filter((session) => session.passkey?.id === passkey.id)}
              />
            </>
          ),
          settlesAt: young.find(({ passkeyId }) => passkeyId === passkey.id)?.settlesAt,
        }))}
      />
      <RemovedWays kinds={['passkey']} />
      {/* Only the browser knows whether it was read before. */}
      {passkeys.length === 1 && passkeys[0] && <SecondPasskeyHint passkey={passkeys[0]} />}
    </Words>
  )
}
