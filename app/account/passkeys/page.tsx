import type { Metadata } from 'next'
import { AddPasskey } from '#app/account/passkeys/add-passkey.tsx'
import { PasskeyList } from '#app/account/passkeys/passkey-list.tsx'
import { SecondPasskeyHint } from '#app/account/passkeys/second-passkey-hint.tsx'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { KeyRound } from '#app/_ui/icons.ts'
import { PageHeading } from '#app/_ui/page-heading.tsx'
import { ownPasskeys } from '#app/_web/passkeys.ts'

export const metadata: Metadata = { title: 'Passkeys' }

/** Every passkey of the account: what it is, when it was used, and what can be done with it. */
export default async function PasskeysPage() {
  const passkeys = await ownPasskeys('/account/passkeys')
  return (
    <>
      <PageHeading title="Passkeys">Each of these signs you in by itself. Keep at least two, in different places.</PageHeading>
      <AddPasskey />
      {passkeys.length === 1 && passkeys[0] && <SecondPasskeyHint passkey={passkeys[0]} />}
      {passkeys.length > 0 ? (
        <PasskeyList passkeys={passkeys} />
      ) : (
        <EmptyState icon={KeyRound} title="No passkeys yet">
          Make one with the button above. From then on this device signs you in.
        </EmptyState>
      )}
    </>
  )
}
