import type { Metadata } from 'next'
import { AddEmail } from '#app/account/emails/add-email.tsx'
import { EmailRow } from '#app/account/emails/email-row.tsx'
import { PageHeading } from '#app/_ui/page-heading.tsx'
import { Rows } from '#app/_ui/rows.tsx'
import { ownEmails } from '#app/_web/emails.ts'
import { keepsLetters } from '#app/_web/product.ts'

export const metadata: Metadata = { title: 'Addresses' }

/** The e-mail addresses of the account, and what can be done with each. */
export default async function EmailsPage() {
  const emails = await ownEmails('/account/emails')
  return (
    <>
      <PageHeading title="Addresses">
        All of them get our letters about your account’s safety, and any of them can help you back in. Losing one mailbox should not matter: keep two.
      </PageHeading>
      <AddEmail keepsLetters={keepsLetters()} />
      <Rows label="Your addresses">
        {emails.map((email) => (
          <EmailRow key={email.id} email={email} only={emails.length === 1} />
        ))}
      </Rows>
    </>
  )
}
