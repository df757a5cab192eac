import type { Metadata } from 'next'
import { RemovedWays } from '#app/account/_removed/removed-ways.tsx'
import { AddPasskey } from '#app/account/passkeys/add-passkey.tsx'
import { PasskeyList } from '#app/account/passkeys/passkey-list.tsx'
import { SecondPasskeyHint } from '#app/account/passkeys/second-passkey-hint.tsx'
import { PageHeading } from '#app/_ui/layout/page-heading.tsx'
import { ownPasskeys, ownYoungWays } from '#app/_web/own.ts'
import { Words, words } from '#app/_web/words.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words('passkeys'))('title') }
}

/** Every passkey of the account: what it is, when it was used, and what can be done with it. */
export default async function PasskeysPage() {
  const [say, passkeys, young] = await Promise.all([words('passkeys'), ownPasskeys(), ownYoungWays()])
  return (
    <Words of={['passkeys']}>
      <PageHeading title={say('title')}>{say('about')}</PageHeading>
      <AddPasskey ids={passkeys.map(({ id }) => id)} />
      <PasskeyList
        passkeys={passkeys}
        settlesAt={Object.fromEntries(young.map(({ passkeyId = '', settlesAt }) => [passkeyId, settlesAt]))}
      />
      <RemovedWays kinds={['passkey']} />
      {/* Only the browser knows whether it was read before: at the end it moves nothing when it comes. */}
      {passkeys.length === 1 && passkeys[0] && <SecondPasskeyHint passkey={passkeys[0]} />}
    </Words>
  )
}
