import { ConfirmToOpen } from '#app/admin/_shell/confirm-to-open.tsx'
import { SignInAgain } from '#app/admin/_shell/sign-in-again.tsx'
import { PageHeading } from '#app/_ui/layout/page-heading.tsx'
import type { WhyClosed } from '#app/_web/admin.ts'
import { words } from '#app/_web/words.tsx'

/** Why a page of administration is closed, and what opens it. */
export async function Closed({ why }: { why: WhyClosed }) {
  const say = await words('admin')
  return (
    <>
      <PageHeading title={say(`closed.${why}.title`)}>
        <p>{say(`closed.${why}.what`)}</p>
        {why === 'passkeyOnly' && <p className="mt-2">{say('closed.passkeyOnly.how')}</p>}
      </PageHeading>
      {why === 'passkeyOnly' && <SignInAgain />}
      {why === 'confirmation' && <ConfirmToOpen />}
    </>
  )
}
