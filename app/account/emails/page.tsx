import type { Metadata } from 'next'
import { AddEmail } from '#app/account/emails/add-email.tsx'
import { EmailRow } from '#app/account/emails/email-row.tsx'
import { QuietLetters } from '#app/account/emails/quiet-letters.tsx'
import { RemovedEmailRow } from '#app/account/emails/removed-email-row.tsx'
import { PageHeading } from '#app/_ui/layout/page-heading.tsx'
import { Rows } from '#app/_ui/lists/rows.tsx'
import { CAN_BE_QUIET, ownEmails, ownQuietLetters, ownRemovedEmails } from '#app/_web/own.ts'
import { keepsLetters } from '#app/_web/product.ts'
import { Words, words } from '#app/_web/words.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words('emails'))('title') }
}

/** The e-mail addresses of the account, what can be done with each, and which letters they get. */
export default async function EmailsPage() {
  const [say, emails, removed, quiet] = await Promise.all([
    words('emails'),
    ownEmails(),
    ownRemovedEmails(),
    ownQuietLetters(),
  ])
  return (
    <Words of={['emails', 'signUp']}>
      <PageHeading title={say('title')}>{say('about')}</PageHeading>
      <AddEmail keepsLetters={keepsLetters()} />
      <Rows label={say('list')}>
        {emails.map((email) => (
          <EmailRow key={email.id} email={email} only={emails.length === 1} />
        ))}
      </Rows>
      {removed.length > 0 && (
        <section className="mt-10">
          <h2 className="mb-3 text-lg">{say('removed.list')}</h2>
          <Rows label={say('removed.list')}>
            {removed.map((email) => (
              <RemovedEmailRow key={email.id} email={email} />
            ))}
          </Rows>
        </section>
      )}
      <QuietLetters letters={CAN_BE_QUIET} quiet={quiet} />
    </Words>
  )
}
