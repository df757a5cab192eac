import type { ReactNode } from 'react'
import { AccountNavigation } from '#app/account/_shell/account-navigation.tsx'
import { BorrowedLine } from '#app/account/_shell/borrowed-line.tsx'
import { RecoveryNotice } from '#app/account/_shell/recovery-notice.tsx'
import { ShortcutButton } from '#app/account/_shell/shortcuts/shortcut-button.tsx'
import { Shortcuts } from '#app/account/_shell/shortcuts/shortcuts.tsx'
import { YoungNotice } from '#app/account/_shell/young-notice.tsx'
import { Confirmation } from '#app/_ui/confirmation/confirmation.tsx'
import { NoScript } from '#app/_ui/messages/no-script.tsx'
import { Toasts } from '#app/_ui/messages/toasts.tsx'
import { ElsewhereLink } from '#app/_ui/shell/elsewhere-link.tsx'
import { EndedSession } from '#app/_ui/shell/ended-session.tsx'
import { PersonMenu } from '#app/_ui/shell/person-menu.tsx'
import { SignOutButton } from '#app/_ui/shell/sign-out-button.tsx'
import { SignedInFrame } from '#app/_ui/shell/signed-in-frame.tsx'
import { ownBorrowedUntil, requireActor } from '#app/_web/actor.ts'
import { Footer } from '#app/_web/footer.tsx'
import { product } from '#app/_web/product.ts'
import { ownRecovery, ownRoles } from '#app/_web/own.ts'
import { ownPerson } from '#app/_web/person.ts'
import { appearance } from '#app/_web/theme.ts'
import { LANGUAGE_CHOICES, Words } from '#app/_web/words.tsx'

/** The shell around every page of the account. */
export default async function AccountLayout({ children }: { children: ReactNode }) {
  const { userId } = await requireActor()
  const [person, recovery, roles] = await Promise.all([ownPerson(), ownRecovery(), ownRoles()])
  const until = await ownBorrowedUntil()
  const elsewhere = roles.length > 0 ? 'administration' : undefined
  return (
    <Words of={['shell', 'account', 'confirmation']}>
      <Toasts>
        <EndedSession userId={userId} />
        <Confirmation>
          <Shortcuts>
            <SignedInFrame
              product={product()}
              person={person}
              navigation={<AccountNavigation />}
              menu={
                <PersonMenu
                  person={person}
                  languages={LANGUAGE_CHOICES}
                  appearance={await appearance()}
                  elsewhere={elsewhere}
                />
              }
              beside={
                <>
                  {elsewhere && <ElsewhereLink to={elsewhere} />}
                  <SignOutButton />
                  <ShortcutButton />
                </>
              }
              footer={<Footer className="-ml-1.5" />}
            >
              {until !== undefined && <BorrowedLine until={until} />}
              <NoScript />
              <RecoveryNotice recovery={recovery} />
              <YoungNotice />
              {children}
            </SignedInFrame>
          </Shortcuts>
        </Confirmation>
      </Toasts>
    </Words>
  )
}
