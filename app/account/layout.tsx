import type { ReactNode } from 'react'
import { AccountMenu } from '#app/account/_shell/account-menu.tsx'
import { AccountNavigation } from '#app/account/_shell/account-navigation.tsx'
import { EndedSession } from '#app/account/_shell/ended-session.tsx'
import { RecoveryNotice } from '#app/account/_shell/recovery-notice.tsx'
import { SignOutButton } from '#app/account/_shell/sign-out-button.tsx'
import { YoungNotice } from '#app/account/_shell/young-notice.tsx'
import { Confirmation } from '#app/_ui/confirmation/confirmation.tsx'
import { NoScript } from '#app/_ui/messages/no-script.tsx'
import { Toasts } from '#app/_ui/messages/toasts.tsx'
import { Wordmark } from '#app/_ui/marks/wordmark.tsx'
import { requireActor } from '#app/_web/actor.ts'
import { Footer } from '#app/_web/footer.tsx'
import { product } from '#app/_web/product.ts'
import { ownRecovery } from '#app/_web/own.ts'
import { LANGUAGE_CHOICES, Words } from '#app/_web/words.tsx'

/** The shell around every page of the account: where one is, where one can go, and the way out. */
export default async function AccountLayout({ children }: { children: ReactNode }) {
  const { email, name, userId } = await requireActor()
  const recovery = await ownRecovery()
  return (
    <Words of={['account', 'confirmation']}>
      <Toasts>
        <EndedSession userId={userId} />
        <Confirmation>
          <div className="mx-auto grid min-h-dvh max-w-[69rem] grid-rows-[auto_1fr] md:grid-cols-[15.5rem_minmax(0,1fr)] md:grid-rows-none md:gap-10 md:px-6">
            <header className="min-w-0 border-b border-line bg-surface md:sticky md:top-0 md:flex md:h-dvh md:flex-col md:border-0 md:bg-transparent md:py-8">
              <div className="flex items-center justify-between gap-4 px-4 py-3 md:mb-8 md:px-3 md:py-0">
                <Wordmark {...product()} />
                <div className="-my-1 -mr-2 md:hidden">
                  <AccountMenu name={name} email={email} languages={LANGUAGE_CHOICES} />
                </div>
              </div>
              <AccountNavigation />
              <div className="mt-auto hidden border-t border-line pt-4 md:block">
                {name && (
                  <p className="truncate px-3 text-sm font-medium text-ink" title={name}>
                    {name}
                  </p>
                )}
                <p className="mb-1 truncate px-3 text-sm text-soft" title={email}>
                  {email}
                </p>
                <SignOutButton />
              </div>
            </header>
            <div className="flex min-w-0 flex-col px-4 pt-7 pb-6 md:max-w-3xl md:px-0 md:pt-11">
              <main id="main" tabIndex={-1} className="outline-none">
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
        </Confirmation>
      </Toasts>
    </Words>
  )
}
