import type { ReactNode } from 'react'
import { AccountMenu } from '#app/account/_shell/account-menu.tsx'
import { AccountNavigation } from '#app/account/_shell/account-navigation.tsx'
import { BorrowedLine } from '#app/account/_shell/borrowed-line.tsx'
import { EndedSession } from '#app/account/_shell/ended-session.tsx'
import { RecoveryNotice } from '#app/account/_shell/recovery-notice.tsx'
import { ShortcutButton } from '#app/account/_shell/shortcuts/shortcut-button.tsx'
import { Shortcuts } from '#app/account/_shell/shortcuts/shortcuts.tsx'
import { SignOutButton } from '#app/account/_shell/sign-out-button.tsx'
import { YoungNotice } from '#app/account/_shell/young-notice.tsx'
import { Confirmation } from '#app/_ui/confirmation/confirmation.tsx'
import { NoScript } from '#app/_ui/messages/no-script.tsx'
import { Toasts } from '#app/_ui/messages/toasts.tsx'
import { Avatar } from '#app/_ui/marks/avatar.tsx'
import { Wordmark } from '#app/_ui/marks/wordmark.tsx'
import { ownBorrowedUntil, requireActor } from '#app/_web/actor.ts'
import { Footer } from '#app/_web/footer.tsx'
import { product } from '#app/_web/product.ts'
import { ownRecovery } from '#app/_web/own.ts'
import { ownPerson } from '#app/_web/person.ts'
import { appearance } from '#app/_web/theme.ts'
import { LANGUAGE_CHOICES, Words } from '#app/_web/words.tsx'

/** The shell around every page of the account: where one is, where one can go, and the way out. */
export default async function AccountLayout({ children }: { children: ReactNode }) {
  const { userId } = await requireActor()
  const [{ email, name, initials, picture }, recovery] = await Promise.all([ownPerson(), ownRecovery()])
  const until = await ownBorrowedUntil()
  return (
    <Words of={['account', 'confirmation']}>
      <Toasts>
        <EndedSession userId={userId} />
        <Confirmation>
          <Shortcuts>
            <div className="mx-auto grid min-h-dvh max-w-[69rem] grid-rows-[auto_1fr] md:grid-cols-[15.5rem_minmax(0,1fr)] md:grid-rows-none md:gap-10 md:px-6">
              <header className="min-w-0 border-b border-line bg-surface md:sticky md:top-0 md:flex md:h-dvh md:flex-col md:border-0 md:bg-transparent md:py-8">
                <div className="flex items-center justify-between gap-4 px-4 py-3 md:mb-8 md:px-3 md:py-0">
                  <Wordmark {...product()} />
                  <div className="-my-1 -mr-2 md:hidden">
                    <AccountMenu
                      person={{ name, email, initials, picture }}
                      languages={LANGUAGE_CHOICES}
                      appearance={await appearance()}
                    />
                  </div>
                </div>
                <AccountNavigation />
                <div className="mt-auto hidden border-t border-line pt-4 md:block">
                  <div className="mb-2 flex items-center gap-3 px-3">
                    <Avatar initials={initials} picture={picture} />
                    <div className="min-w-0">
                      {name && (
                        <p className="truncate text-sm font-medium text-ink" title={name}>
                          {name}
                        </p>
                      )}
                      <p className="truncate text-sm text-soft" title={email}>
                        {email}
                      </p>
                    </div>
                  </div>
                  <SignOutButton />
                  <ShortcutButton />
                </div>
              </header>
              <div className="flex min-w-0 flex-col px-4 pt-7 pb-24 md:max-w-3xl md:px-0 md:pt-11 md:pb-6">
                <main id="main" tabIndex={-1} className="outline-none">
                  {until !== undefined && <BorrowedLine until={until} />}
                  <NoScript />
                  <RecoveryNotice recovery={recovery} />
                  <YoungNotice />
                  {children}
                </main>
                <div className="mt-auto pt-14">
                  <Footer className="-ml-1.5" />
                </div>
              </div>
            </div>
          </Shortcuts>
        </Confirmation>
      </Toasts>
    </Words>
  )
}
