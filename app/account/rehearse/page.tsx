import type { Metadata } from 'next'
import { RemainingWays } from '#app/account/_overview/remaining-ways.tsx'
import { Rehearsal } from '#app/account/rehearse/rehearsal.tsx'
import { PageHeading } from '#app/_ui/layout/page-heading.tsx'
import { Card } from '#app/_ui/lists/card.tsx'
import { RelativeTime } from '#app/_ui/time/relative-time.tsx'
import { requireActor } from '#app/_web/actor.ts'
import { ownCheckUp, ownFallbacks } from '#app/_web/own.ts'
import { keepsLetters, product } from '#app/_web/product.ts'
import { Words, words } from '#app/_web/words.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words('rehearsal'))('title') }
}

/** Goes through the loss of this device with the account's own means, and changes nothing. */
export default async function RehearsePage() {
  const [say, { email }, checkUp, fallbacks] = await Promise.all([
    words('rehearsal'),
    requireActor(),
    ownCheckUp(),
    ownFallbacks(),
  ])
  const { losses, ways, rehearsedAt } = checkUp
  const loss = losses.find(({ what }) => what === 'device')
  return (
    <Words of={['rehearsal', 'signUp']}>
      <PageHeading title={say('title')}>
        <p>{say('about')}</p>
        {rehearsedAt !== undefined && (
          <p className="mt-2 text-sm">{say.rich('last', { time: () => <RelativeTime at={rehearsedAt} /> })}</p>
        )}
      </PageHeading>
      {loss && (
        <Card className="mb-6 space-y-3 p-5">
          <h2 className="text-base tracking-normal">{say('remaining')}</h2>
          <RemainingWays owned={ways} remaining={loss.ways} />
          <p className="text-sm text-soft">{loss.sentence}</p>
        </Card>
      )}
      <Rehearsal
        email={email}
        product={product().name}
        keepsLetters={keepsLetters()}
        codes={fallbacks.backupCodes.remaining > 0}
        app={fallbacks.totp !== undefined}
      />
    </Words>
  )
}
