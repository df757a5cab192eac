import type { ReactNode } from 'react'
import { AdminNavigation } from '#app/admin/_shell/admin-navigation.tsx'
import { Confirmation } from '#app/_ui/confirmation/confirmation.tsx'
import { Badge } from '#app/_ui/lists/badge.tsx'
import { NoScript } from '#app/_ui/messages/no-script.tsx'
import { Toasts } from '#app/_ui/messages/toasts.tsx'
import { ElsewhereLink } from '#app/_ui/shell/elsewhere-link.tsx'
import { EndedSession } from '#app/_ui/shell/ended-session.tsx'
import { PersonMenu } from '#app/_ui/shell/person-menu.tsx'
import { SignOutButton } from '#app/_ui/shell/sign-out-button.tsx'
import { SignedInFrame } from '#app/_ui/shell/signed-in-frame.tsx'
import { requireActor } from '#app/_web/actor.ts'
import { adminPermissions } from '#app/_web/admin.ts'
import { Footer } from '#app/_web/footer.tsx'
import { ownPerson } from '#app/_web/person.ts'
import { product } from '#app/_web/product.ts'
import { appearance } from '#app/_web/theme.ts'
import { LANGUAGE_CHOICES, Words, words } from '#app/_web/words.tsx'

/** The shell around every page of administration. For people without a role there is no such page. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const { userId } = await requireActor()
  const permissions = await adminPermissions()
  const [say, person] = await Promise.all([words('admin'), ownPerson()])
  return (
    <Words of={['shell', 'admin', 'confirmation']}>
      <Toasts>
        <EndedSession userId={userId} />
        <Confirmation>
          <SignedInFrame
            product={product()}
            area={<Badge tone="warn">{say('title')}</Badge>}
            person={person}
            navigation={<AdminNavigation permissions={permissions} />}
            menu={
              <PersonMenu
                person={person}
                languages={LANGUAGE_CHOICES}
                appearance={await appearance()}
                elsewhere="account"
              />
            }
            beside={
              <>
                <ElsewhereLink to="account" />
                <SignOutButton />
              </>
            }
            footer={<Footer className="-ml-1.5" />}
          >
            <NoScript />
            {children}
          </SignedInFrame>
        </Confirmation>
      </Toasts>
    </Words>
  )
}
